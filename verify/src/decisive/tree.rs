//! A condition as it is written, its sets spelled out into their members, with a function behind each literal.

use palermo::rule_set::{Accepts, Condition, Member, Value};

use crate::{Failure, Function, Model, Space};

/// A literal as it stands in a condition.
#[derive(Clone, Debug)]
pub(super) struct Leaf {
    pub(super) fact: String,
    pub(super) accepts: Accepts,
    /// The set whose member it is, where it is not written in the condition itself.
    pub(super) set: Option<String>,
    /// When it holds.
    pub(super) holds: Function,
}

/// All and any over literals.
pub(super) enum Tree {
    All(Vec<Tree>),
    Any(Vec<Tree>),
    /// Where a member takes no part, it cannot fail `all_of`: the only place for it.
    Not(Box<Tree>),
    Leaf(Leaf),
}

impl Tree {
    /// Spells out a condition of the rule set of a model.
    pub(super) fn new(space: &Space<'_>, model: &Model<'_>, condition: &Condition) -> Result<Self, Failure> {
        let part = |condition: &Condition| Self::new(space, model, condition);
        match condition {
            // A rule for everything else reads no literal of its own.
            Condition::Always | Condition::Otherwise => Ok(Self::All(Vec::new())),
            Condition::All(parts) => Ok(Self::All(parts.iter().map(part).collect::<Result<_, _>>()?)),
            Condition::Any(parts) => Ok(Self::Any(parts.iter().map(part).collect::<Result<_, _>>()?)),
            Condition::Literal { fact, accepts } => Self::leaf(space, model, fact, accepts, None),
            Condition::AnyOf { set, is } => {
                let members = Self::members(space, model, set, is)?.into_iter();
                Ok(Self::Any(members.map(|(takes_part, literal)| Self::All([takes_part, literal].into())).collect()))
            }
            Condition::AllOf { set, is } => {
                let members = Self::members(space, model, set, is)?.into_iter();
                let met = |(takes_part, literal)| Self::Any([Self::Not(Box::new(takes_part)), literal].into());
                Ok(Self::All(members.map(met).collect()))
            }
        }
    }

    fn leaf(space: &Space<'_>, model: &Model<'_>, fact: &str, accepts: &Accepts, set: Option<&str>) -> Result<Self, Failure> {
        let (fact, accepts) = (fact.to_string(), accepts.clone());
        let holds = model.condition(space, &Condition::Literal { fact: fact.clone(), accepts: accepts.clone() })?;
        Ok(Self::Leaf(Leaf { fact, accepts, set: set.map(Into::into), holds }))
    }

    /// For each member of a set, when it takes part and its literal.
    fn members(space: &Space<'_>, model: &Model<'_>, name: &str, is: &[Value]) -> Result<Vec<(Self, Self)>, Failure> {
        let known = model.rule_set().sets.iter().find(|set| set.name == name);
        let set = known.ok_or_else(|| Failure::UnknownName { what: "set", name: name.into() })?;
        let accepts = Accepts::OneOf(is.to_vec());
        let member = |member: &Member| {
            let when = member.when.as_ref().map_or_else(|| Ok(Self::All(Vec::new())), |when| Self::new(space, model, when))?;
            Ok((when, Self::leaf(space, model, &member.fact, &accepts, Some(name))?))
        };
        set.members.iter().map(member).collect()
    }

    /// When it holds.
    fn holds(&self, space: &Space<'_>) -> Result<Function, Failure> {
        match self {
            Self::All(parts) => parts.iter().try_fold(space.always(), |all, part| space.and(&all, &part.holds(space)?)),
            Self::Any(parts) => parts.iter().try_fold(space.never(), |any, part| space.or(&any, &part.holds(space)?)),
            Self::Not(part) => Ok(space.not(&part.holds(space)?)),
            Self::Leaf(leaf) => Ok(leaf.holds.clone()),
        }
    }

    /// Every literal in the order in which they are written, each with the records in which it alone decides: turning it
    /// around, with everything else as it is, turns the whole around.
    pub(super) fn deciding(self, space: &Space<'_>) -> Result<Vec<(Leaf, Function)>, Failure> {
        let mut found = Vec::new();
        self.collect(space, &space.always(), &mut found)?;
        Ok(found)
    }

    /// `here` are the records in which this part decides the whole. A part of an `all` decides it where the other parts
    /// hold, a part of an `any` where none of them does.
    fn collect(self, space: &Space<'_>, here: &Function, found: &mut Vec<(Leaf, Function)>) -> Result<(), Failure> {
        let (parts, is_all) = match self {
            Self::Leaf(leaf) => {
                found.push((leaf, here.clone()));
                return Ok(());
            }
            Self::Not(part) => return part.collect(space, here, found),
            Self::All(parts) => (parts, true),
            Self::Any(parts) => (parts, false),
        };
        let holds = parts.iter().map(|part| part.holds(space)).collect::<Result<Vec<_>, _>>()?;
        for (place, part) in parts.into_iter().enumerate() {
            let mut others = holds.iter().enumerate().filter(|(other, _)| *other != place).map(|(_, holds)| holds);
            let decides = others.try_fold(here.clone(), |decides, other| {
                if is_all { space.and(&decides, other) } else { space.and_not(&decides, other) }
            })?;
            part.collect(space, &decides, found)?;
        }
        Ok(())
    }
}
