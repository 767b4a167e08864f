//! What the bindings need to know of the core's plain types, read from the one place where they are defined: its sources.

use syn::{
    Attribute, Fields, GenericArgument, Ident, Item, LitStr, PathArguments, Token, Visibility, braced, parse::ParseStream,
    parse::Parser,
};

use crate::{files, tidy};

/// The types that cross the border, by the module of the core in which users find them; empty for the root.
const TYPES: [(&str, &[&str]); 3] = [
    (
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
            "Confidence",
            "Status",
            "ElementState",
            "ChildStatus",
            "Known",
            "RuleSetKind",
            "Standing",
        ],
    ),
    (
        "",
        &[
            "Decision",
            "StandardId",
            "OverlayId",
            "Elements",
            "Conclusion",
            "Violation",
            "Pending",
            "Referral",
            "Shielded",
            "CompactDecision",
            "About",
            "Question",
            "Explanation",
            "ExplainedRule",
            "ExplainedClause",
            "FactIs",
            "FactNeeds",
            "ValidationReport",
            "Problem",
            "FactValue",
            "StandardInfo",
        ],
    ),
    (
        "rule_set",
        &[
            "InForce",
            "Document",
            "Instrument",
            "FirstScreen",
            "Dictionary",
            "Fact",
            "Values",
            "Interview",
            "ConductCode",
            "Text",
            "Rule",
            "Breach",
            "Citation",
            "Lines",
            "Condition",
            "Accepts",
            "Value",
        ],
    ),
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

/// Fields that no binding has: a standard gives no cases out, so they would always be empty.
const LEFT_OUT: [(&str, &str); 1] = [("Rule", "cases")];

impl Type {
    /// Whether a field of it stays on this side.
    pub(super) fn leaves_out(&self, field: &Field) -> bool {
        LEFT_OUT.contains(&(self.name.as_str(), field.name.as_str()))
    }

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

/// Reads the types, in the order in which they are listed, from wherever in the core they stand.
pub(super) fn types() -> Result<Vec<Type>, String> {
    let core = files::root().join("core/src");
    let mut found = Vec::new();
    for path in tidy::rust_files(&core)? {
        // Typed names of a standard are written anew for each language.
        if !path.starts_with(core.join("generated")) {
            let file = syn::parse_file(&files::read_text(&path)?)
                .map_err(|error| format!("{} cannot be parsed: {error}", files::shown(&path)))?;
            for item in &file.items {
                found.extend(read(item)?);
            }
        }
    }
    let mut types = Vec::new();
    for (module, names) in TYPES {
        for name in names {
            let mut places = found.iter().enumerate().filter(|(_, one)| one.name == *name).map(|(place, _)| place);
            let (Some(place), None) = (places.next(), places.next()) else {
                return Err(format!("the core has not exactly one public plain type `{name}`"));
            };
            types.push(Type { module, ..found.swap_remove(place) });
        }
    }
    Ok(types)
}

/// A public type whose fields are public too; `None` for anything else.
fn read(item: &Item) -> Result<Option<Type>, String> {
    let public = |visibility: &Visibility| matches!(visibility, Visibility::Public(_));
    let (name, attributes, kind) = match item {
        Item::Struct(item) if public(&item.vis) && item.generics.params.is_empty() => {
            if item.fields.is_empty() || !item.fields.iter().all(|field| public(&field.vis)) {
                return Ok(None);
            }
            (&item.ident, &item.attrs, Kind::Struct(fields(&item.fields)?))
        }
        Item::Enum(item) if public(&item.vis) && item.generics.params.is_empty() => {
            let variants = item.variants.iter().map(|variant| {
                let (name, docs) = (variant.ident.to_string(), docs(&variant.attrs));
                Ok(Variant { name, docs, word: None, fields: fields(&variant.fields)? })
            });
            (&item.ident, &item.attrs, Kind::Enum(variants.collect::<Result<_, String>>()?))
        }
        Item::Macro(item) if item.mac.path.is_ident("vocabulary") => {
            let vocabulary = Parser::parse2(vocabulary, item.mac.tokens.clone());
            return vocabulary.map(Some).map_err(|error| format!("a vocabulary cannot be parsed: {error}"));
        }
        _ => return Ok(None),
    };
    Ok(Some(Type { name: name.to_string(), module: "", docs: docs(attributes), kind }))
}

/// Reads what stands in `vocabulary! { … }`.
fn vocabulary(input: ParseStream<'_>) -> syn::Result<Type> {
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
    Ok(Type { name: name.to_string(), module: "", docs: about, kind: Kind::Enum(variants) })
}

fn fields(fields: &Fields) -> Result<Vec<Field>, String> {
    fields
        .iter()
        .map(|field| {
            let name = field.ident.as_ref().map(ToString::to_string).unwrap_or_default();
            let docs = docs(&field.attrs);
            Ok(Field { name, docs, of: of(&field.ty), skipped: is_skipped(&field.attrs) })
        })
        .collect()
}

/// The type of a field. Of what is no plain type, such as a map, only a name is kept; whoever meets it refuses it.
fn of(kind: &syn::Type) -> Of {
    let unknown = || Of::One("a type that is not plain".to_string());
    let syn::Type::Path(path) = kind else { return unknown() };
    let Some(last) = path.path.segments.last() else { return unknown() };
    let name = last.ident.to_string();
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return Of::One(name) };
    match (name.as_str(), arguments.args.first()) {
        ("Option", Some(GenericArgument::Type(inner))) => Of::Option(Box::new(of(inner))),
        ("Vec", Some(GenericArgument::Type(inner))) => Of::List(Box::new(of(inner))),
        _ => Of::One(name),
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
