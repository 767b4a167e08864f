//! Boolean functions over the variables of a domain, with a limit on their size.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use biodivine_lib_bdd::{Bdd, BddVariable, BddVariableSet, op_function};

use crate::{Domain, DomainFact, FactIndex, Failure, Place, Side};

/// How many nodes a function may have, where nothing else is asked for. The functions of see-2002 have some hundreds.
pub const NODE_LIMIT: usize = 1_000_000;

/// A function of the facts of one record, or of two. Two functions are the same exactly when they are equal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Function(pub(crate) Arc<Bdd>);

impl Function {
    /// Whether it holds for every record.
    #[must_use]
    pub fn is_always(&self) -> bool {
        self.0.is_true()
    }

    /// Whether it holds for no record.
    #[must_use]
    pub fn is_never(&self) -> bool {
        self.0.is_false()
    }

    /// Whether it holds for a record: for each fact of the domain, the place of its value. Facts that are left out are unknown.
    #[must_use]
    pub fn holds_for(&self, domain: &Domain, places: &BTreeMap<FactIndex, Place>) -> bool {
        let on: BTreeSet<u16> = places
            .iter()
            .filter_map(|(index, place)| match place {
                Place::Known(value) => Some(domain.fact(*index)?.variable(*value, Side::First)),
                Place::Unknown => None,
            })
            .collect();
        let mut node = self.0.root_pointer();
        while !node.is_terminal() {
            let is_on = u16::try_from(self.0.var_of(node).to_index()).is_ok_and(|variable| on.contains(&variable));
            node = if is_on { self.0.high_link_of(node) } else { self.0.low_link_of(node) };
        }
        node.is_one()
    }

    /// How many nodes its diagram has.
    #[must_use]
    pub fn nodes(&self) -> usize {
        self.0.size()
    }
}

/// Builds functions over the variables of a domain.
#[derive(Clone, Debug)]
pub struct Space<'d> {
    domain: &'d Domain,
    variables: BddVariableSet,
    limit: usize,
}

impl<'d> Space<'d> {
    /// A space over a domain, in which no function grows beyond a number of nodes.
    #[must_use]
    pub fn new(domain: &'d Domain, limit: usize) -> Self {
        Self { domain, variables: BddVariableSet::new_anonymous(domain.variables()), limit }
    }

    /// The domain.
    #[must_use]
    pub fn domain(&self) -> &'d Domain {
        self.domain
    }

    /// The function that always holds.
    #[must_use]
    pub fn always(&self) -> Function {
        Function(Arc::new(self.variables.mk_true()))
    }

    /// The function that never holds.
    #[must_use]
    pub fn never(&self) -> Function {
        Function(Arc::new(self.variables.mk_false()))
    }

    fn limited(&self, bdd: Option<Bdd>) -> Result<Function, Failure> {
        bdd.map(|bdd| Function(Arc::new(bdd))).ok_or(Failure::Limit { nodes: self.limit })
    }

    /// Both hold.
    ///
    /// # Errors
    ///
    /// Where the function grows beyond the limit; so for every operation here.
    pub fn and(&self, left: &Function, right: &Function) -> Result<Function, Failure> {
        match (left.0.as_bool(), right.0.as_bool()) {
            (Some(true), _) => Ok(right.clone()),
            (_, Some(true)) => Ok(left.clone()),
            (Some(false), _) | (_, Some(false)) => Ok(self.never()),
            _ => self.limited(Bdd::binary_op_with_limit(self.limit, &left.0, &right.0, op_function::and)),
        }
    }

    /// At least one holds.
    ///
    /// # Errors
    ///
    /// As [`Space::and`].
    pub fn or(&self, left: &Function, right: &Function) -> Result<Function, Failure> {
        match (left.0.as_bool(), right.0.as_bool()) {
            (Some(false), _) => Ok(right.clone()),
            (_, Some(false)) => Ok(left.clone()),
            (Some(true), _) | (_, Some(true)) => Ok(self.always()),
            _ => self.limited(Bdd::binary_op_with_limit(self.limit, &left.0, &right.0, op_function::or)),
        }
    }

    /// The first holds and the second does not.
    ///
    /// # Errors
    ///
    /// As [`Space::and`].
    pub fn and_not(&self, left: &Function, right: &Function) -> Result<Function, Failure> {
        match (left.0.as_bool(), right.0.as_bool()) {
            (Some(false), _) | (_, Some(true)) => Ok(self.never()),
            (_, Some(false)) => Ok(left.clone()),
            _ => self.limited(Bdd::binary_op_with_limit(self.limit, &left.0, &right.0, op_function::and_not)),
        }
    }

    /// Exactly one holds.
    ///
    /// # Errors
    ///
    /// As [`Space::and`].
    pub fn differ(&self, left: &Function, right: &Function) -> Result<Function, Failure> {
        self.limited(Bdd::binary_op_with_limit(self.limit, &left.0, &right.0, op_function::xor))
    }

    /// It does not hold.
    #[must_use]
    pub fn not(&self, function: &Function) -> Function {
        Function(Arc::new(function.0.not()))
    }

    /// Every one holds.
    ///
    /// # Errors
    ///
    /// As [`Space::and`].
    pub fn all<'f>(&self, functions: impl IntoIterator<Item = &'f Function>) -> Result<Function, Failure> {
        functions.into_iter().try_fold(self.always(), |all, function| self.and(&all, function))
    }

    /// At least one holds.
    ///
    /// # Errors
    ///
    /// As [`Space::and`].
    pub fn any<'f>(&self, functions: impl IntoIterator<Item = &'f Function>) -> Result<Function, Failure> {
        functions.into_iter().try_fold(self.never(), |any, function| self.or(&any, function))
    }

    /// A fact has one of the values.
    ///
    /// # Errors
    ///
    /// As [`Space::and`].
    pub fn fact_is(&self, fact: &DomainFact, places: &BTreeSet<Place>, side: Side) -> Result<Function, Failure> {
        // From the last value to the first: the value is the first variable that is on.
        let mut is = if places.contains(&Place::Unknown) { self.always() } else { self.never() };
        for value in (0..fact.values.len()).rev() {
            let variable = BddVariable::from_index(usize::from(fact.variable(value, side)));
            let on = Function(Arc::new(self.variables.mk_literal(variable, true)));
            let rest = self.and_not(&is, &on)?;
            is = if places.contains(&Place::Known(value)) { self.or(&on, &rest)? } else { rest };
        }
        Ok(is)
    }

    /// The function where a fact has a value: it no longer depends on the fact.
    #[must_use]
    pub fn given(&self, function: &Function, fact: &DomainFact, place: Place, side: Side) -> Function {
        let fixed: Vec<(BddVariable, bool)> =
            assignment(fact, place, side).map(|(variable, on)| (BddVariable::from_index(usize::from(variable)), on)).collect();
        if !fixed.iter().any(|(variable, _)| function.0.support_set_contains(variable)) {
            return function.clone();
        }
        Function(Arc::new(function.0.restrict(&fixed)))
    }

    /// The function where several facts have values: it no longer depends on any of them.
    #[must_use]
    pub fn given_all(&self, function: &Function, places: &BTreeMap<FactIndex, Place>, side: Side) -> Function {
        let facts = places.iter().filter_map(|(index, place)| Some((self.domain.fact(*index)?, *place)));
        let fixed: Vec<(BddVariable, bool)> = facts
            .flat_map(|(fact, place)| assignment(fact, place, side))
            .map(|(variable, on)| (BddVariable::from_index(usize::from(variable)), on))
            .collect();
        Function(Arc::new(function.0.restrict(&fixed)))
    }

    /// Whether it can make a difference to the function which value a fact has.
    #[must_use]
    pub fn depends_on(&self, function: &Function, fact: &DomainFact, side: Side) -> bool {
        let mut variables = fact.variables(side).map(|variable| BddVariable::from_index(usize::from(variable)));
        variables.any(|variable| function.0.support_set_contains(&variable))
    }

    /// The facts on which the function depends, in the order of the domain.
    #[must_use]
    pub fn support(&self, function: &Function, side: Side) -> Vec<FactIndex> {
        let support: BTreeSet<usize> = function.0.support_set().into_iter().map(BddVariable::to_index).collect();
        let matters = |fact: &DomainFact| fact.variables(side).any(|variable| support.contains(&usize::from(variable)));
        self.domain.facts().iter().enumerate().filter(|(_, fact)| matters(fact)).map(|(index, _)| index).collect()
    }
}

/// The variables that say that a fact has a value.
pub(crate) fn assignment(fact: &DomainFact, place: Place, side: Side) -> impl Iterator<Item = (u16, bool)> {
    fact.variables(side).enumerate().map(move |(number, variable)| (variable, place == Place::Known(number)))
}
