//! What the bindings need to know of the core's plain types, read from the one place where they are defined: its sources.

use syn::{
    Attribute, Fields, GenericArgument, Ident, Item, LitStr, PathArguments, Token, Visibility, braced, parse::ParseStream,
    parse::Parser,
};

use crate::files;

/// Where the types stand, the module that makes them public, and those that cross the border.
const SOURCES: [(&str, &str, &[&str]); 12] = [
    (
        "vocabulary.rs",
        "vocabulary",
        &[
            "ConclusionKind",
            "Effect",
            "Bearer",
            "Actor",
            "Certainty",
            "Stage",
            "Sensitivity",
            "Modality",
            "Derivation",
            "Status",
            "ElementState",
            "ChildStatus",
            "Known",
            "RuleSetKind",
        ],
    ),
    (
        "evaluate/decision.rs",
        "",
        &["Decision", "StandardId", "Elements", "Conclusion", "Violation", "Pending", "Referral", "Shielded", "CompactDecision"],
    ),
    ("evaluate/questions.rs", "", &["About", "Question"]),
    ("explain.rs", "", &["Explanation", "ExplainedRule", "ExplainedClause", "FactIs", "FactNeeds"]),
    ("validate.rs", "", &["ValidationReport"]),
    ("record/error.rs", "", &["Problem"]),
    ("record/intake.rs", "", &["FactValue"]),
    ("texts.rs", "", &["StandardInfo"]),
    ("rule_set/mod.rs", "rule_set", &["InForce", "Document", "FirstScreen"]),
    ("rule_set/dictionary.rs", "rule_set", &["Dictionary", "Fact", "Values", "Interview", "ConductCode", "Text"]),
    ("rule_set/rule.rs", "rule_set", &["Rule", "Breach", "Citation", "Lines"]),
    ("rule_set/condition.rs", "rule_set", &["Condition", "Accepts", "Value"]),
];

/// A type of the core.
pub(super) struct Type {
    pub name: String,
    /// The module of the core in which users find it; empty for the root.
    pub module: &'static str,
    pub docs: Vec<String>,
    pub kind: Kind,
}

pub(super) enum Kind {
    Struct(Vec<Field>),
    /// An enum, which JSON writes without a tag.
    Enum(Vec<Variant>),
}

pub(super) struct Variant {
    pub name: String,
    pub docs: Vec<String>,
    /// The word in JSON, where the variant is a word of a vocabulary.
    pub word: Option<String>,
    pub fields: Vec<Field>,
}

pub(super) struct Field {
    /// Empty in a variant whose fields have no names.
    pub name: String,
    pub docs: Vec<String>,
    pub of: Of,
    /// Whether JSON leaves the field out where it is empty.
    pub skipped: bool,
}

/// The type of a field.
pub(super) enum Of {
    One(String),
    Option(Box<Of>),
    List(Box<Of>),
}

impl Of {
    /// The name at the core of it.
    pub(super) fn name(&self) -> &str {
        match self {
            Self::One(name) => name,
            Self::Option(inner) | Self::List(inner) => inner.name(),
        }
    }
}

impl Type {
    /// Every field, those of variants too.
    pub(super) fn fields(&self) -> Box<dyn Iterator<Item = &Field> + '_> {
        match &self.kind {
            Kind::Struct(fields) => Box::new(fields.iter()),
            Kind::Enum(variants) => Box::new(variants.iter().flat_map(|variant| &variant.fields)),
        }
    }

    /// Whether it is an enum without data.
    pub(super) fn is_flat(&self) -> bool {
        matches!(&self.kind, Kind::Enum(variants) if variants.iter().all(|variant| variant.fields.is_empty()))
    }
}

/// Reads the types, in the order in which they are listed.
pub(super) fn types() -> Result<Vec<Type>, String> {
    let mut types = Vec::new();
    for (path, module, names) in SOURCES {
        let source = files::read_text(&files::root().join("core/src").join(path))?;
        let file = syn::parse_file(&source).map_err(|error| format!("core/src/{path} cannot be parsed: {error}"))?;
        let found = file.items.iter().filter_map(|item| read(item, module).transpose()).collect::<Result<Vec<_>, _>>()?;
        let mut found: Vec<_> = found.into_iter().filter(|(public, _)| *public).map(|(_, found)| found).collect();
        for name in names {
            let place = found.iter().position(|found| found.name == *name);
            let place = place.ok_or_else(|| format!("core/src/{path} has no public type `{name}` any more"))?;
            types.push(found.swap_remove(place));
        }
    }
    Ok(types)
}

/// A type, and whether it is public; `None` for anything else.
fn read(item: &Item, module: &'static str) -> Result<Option<(bool, Type)>, String> {
    let public = |visibility: &Visibility| matches!(visibility, Visibility::Public(_));
    Ok(Some(match item {
        Item::Struct(item) if public(&item.vis) && item.generics.params.is_empty() => {
            // Types whose fields are their own affair are not plain data.
            let plain = item.fields.iter().all(|field| public(&field.vis)) && !item.fields.is_empty();
            let kind = Kind::Struct(if plain { fields(&item.fields)? } else { Vec::new() });
            (plain, Type { name: item.ident.to_string(), module, docs: docs(&item.attrs), kind })
        }
        Item::Enum(item) if public(&item.vis) && item.ident != "ErrorCode" => {
            let variants = item.variants.iter().map(|variant| {
                let (name, docs) = (variant.ident.to_string(), docs(&variant.attrs));
                Ok(Variant { name, docs, word: None, fields: fields(&variant.fields)? })
            });
            let kind = Kind::Enum(variants.collect::<Result<_, String>>()?);
            (true, Type { name: item.ident.to_string(), module, docs: docs(&item.attrs), kind })
        }
        Item::Macro(item) if item.mac.path.is_ident("vocabulary") => {
            let vocabulary = Parser::parse2(|input: ParseStream<'_>| vocabulary(input, module), item.mac.tokens.clone());
            (true, vocabulary.map_err(|error| format!("a vocabulary cannot be parsed: {error}"))?)
        }
        _ => return Ok(None),
    }))
}

/// Reads what stands in `vocabulary! { … }`.
fn vocabulary(input: ParseStream<'_>, module: &'static str) -> syn::Result<Type> {
    let about = docs(&Attribute::parse_outer(input)?);
    let name: Ident = input.parse()?;
    let content;
    braced!(content in input);
    let mut variants = Vec::new();
    while !content.is_empty() {
        let docs = docs(&Attribute::parse_outer(&content)?);
        let name: Ident = content.parse()?;
        content.parse::<Token![=]>()?;
        let word: LitStr = content.parse()?;
        content.parse::<Token![,]>()?;
        variants.push(Variant { name: name.to_string(), docs, word: Some(word.value()), fields: Vec::new() });
    }
    Ok(Type { name: name.to_string(), module, docs: about, kind: Kind::Enum(variants) })
}

fn fields(fields: &Fields) -> Result<Vec<Field>, String> {
    fields
        .iter()
        .map(|field| {
            let name = field.ident.as_ref().map(ToString::to_string).unwrap_or_default();
            let of = of(&field.ty).ok_or_else(|| format!("the field `{name}` has a type that no binding has"))?;
            Ok(Field { name, docs: docs(&field.attrs), of, skipped: is_skipped(&field.attrs) })
        })
        .collect()
}

fn of(kind: &syn::Type) -> Option<Of> {
    let syn::Type::Path(path) = kind else { return None };
    let last = path.path.segments.last()?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else {
        return Some(Of::One(last.ident.to_string()));
    };
    let inner = || match arguments.args.first()? {
        GenericArgument::Type(inner) => of(inner).map(Box::new),
        _ => None,
    };
    match last.ident.to_string().as_str() {
        "Option" => Some(Of::Option(inner()?)),
        "Vec" => Some(Of::List(inner()?)),
        // A map or another container: only its name is kept, and whoever meets it refuses it.
        other => Some(Of::One(other.to_string())),
    }
}

fn is_skipped(attributes: &[Attribute]) -> bool {
    attributes.iter().filter(|attribute| attribute.path().is_ident("serde")).any(|attribute| {
        let mut skipped = false;
        let read = attribute.parse_nested_meta(|meta| {
            skipped |= meta.path.is_ident("skip_serializing_if");
            if meta.input.peek(Token![=]) {
                meta.value()?.parse::<LitStr>()?;
            }
            Ok(())
        });
        read.is_ok() && skipped
    })
}

/// The documentation, up to its first example: that is Rust and of no use elsewhere.
fn docs(attributes: &[Attribute]) -> Vec<String> {
    let lines = attributes.iter().filter(|attribute| attribute.path().is_ident("doc")).filter_map(|attribute| {
        let syn::Meta::NameValue(value) = &attribute.meta else { return None };
        let syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) = &value.value else { return None };
        Some(text.value().trim().to_string())
    });
    let mut lines: Vec<String> = lines.take_while(|line| !line.starts_with("```")).collect();
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    unlinked(&lines.join("\n")).lines().map(ToString::to_string).collect()
}

/// Links into the documentation of the core lead nowhere in another language; what they say stays.
fn unlinked(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, link)) = rest.split_once('[') {
        out.push_str(before);
        let Some((shown, after)) = link.split_once(']') else {
            out.push('[');
            rest = link;
            continue;
        };
        let target = after.strip_prefix('(').and_then(|target| target.split_once(')'));
        let is_code = shown.starts_with('`') && shown.ends_with('`');
        match target {
            Some((_, after)) => {
                out.push_str(shown);
                rest = after;
            }
            None if is_code => {
                out.push_str(&shown.replace("crate::", ""));
                rest = after;
            }
            // Brackets that are no link, such as `[first, last]`.
            None => {
                out.push('[');
                rest = link;
            }
        }
    }
    out + rest
}
