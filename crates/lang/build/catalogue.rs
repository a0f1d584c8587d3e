//! What the areas of both languages say together, or why they do not fit.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::{
    ast::{Comment, Entry, Expression, InlineExpression, Message, Pattern, PatternElement, Variant, VariantKey},
    parser,
};

/// One file of sentences.
pub struct Area {
    pub language: &'static str,
    pub name: String,
    pub text: String,
}

/// Every message, by id.
pub struct Catalogue {
    pub messages: BTreeMap<String, Sentence>,
}

/// What one message needs, and where it stands.
pub struct Sentence {
    pub area: String,
    pub variables: BTreeMap<String, Variable>,
    /// The names that the comment gives to enums: `# $outcome: Outcome`.
    pub names: BTreeMap<String, String>,
    /// The source in this language, for the documentation of the method.
    pub source: String,
}

/// What a message does with a variable.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Variable {
    /// Writes it: text or a number.
    #[default]
    Written,
    /// Chooses a plural form, or a sentence for zero, by it.
    Number,
    /// Chooses a sentence by it, among these keys.
    Choice(BTreeSet<String>),
}

impl Catalogue {
    /// Joins both languages. All complaints are returned at once.
    pub fn join(cs: &[Area], en: &[Area]) -> Result<Self, Vec<String>> {
        let mut complaints = Vec::new();
        let czech = read(cs, &mut complaints);
        let english = read(en, &mut complaints);
        compare(&czech, &english, &mut complaints);
        if complaints.is_empty() { Ok(Catalogue { messages: english }) } else { Err(complaints) }
    }
}

fn compare(czech: &BTreeMap<String, Sentence>, english: &BTreeMap<String, Sentence>, complaints: &mut Vec<String>) {
    let ids: BTreeSet<&String> = czech.keys().chain(english.keys()).collect();
    for id in ids {
        match (czech.get(id), english.get(id)) {
            (Some(cs), None) => complaints.push(format!("message `{id}` of cs/{}.ftl has no English", cs.area)),
            (None, Some(en)) => complaints.push(format!("message `{id}` of en/{}.ftl has no Czech", en.area)),
            (Some(cs), Some(en)) => {
                compare_sentences(id, cs, en, complaints);
            }
            (None, None) => {}
        }
    }
}

fn compare_sentences(id: &str, czech: &Sentence, english: &Sentence, complaints: &mut Vec<String>) {
    if czech.area != english.area {
        complaints.push(format!("message `{id}` stands in cs/{}.ftl and en/{}.ftl", czech.area, english.area));
    }
    if !czech.names.is_empty() {
        complaints
            .push(format!("message `{id}`: the comment that names an enum stands in en/{}.ftl alone", english.area));
    }
    if !czech.variables.keys().eq(english.variables.keys()) {
        let (cs, en) = (czech.variables.keys(), english.variables.keys());
        complaints.push(format!("message `{id}` takes {cs:?} in Czech and {en:?} in English"));
        return;
    }
    for (name, cs) in &czech.variables {
        let en = &english.variables[name];
        // A plural may be needed in one language only.
        let plural_here = |one: &Variable, other: &Variable| *one == Variable::Number && *other == Variable::Written;
        if cs != en && !plural_here(cs, en) && !plural_here(en, cs) {
            complaints.push(format!("message `{id}` chooses by `${name}` among {cs:?} in Czech and {en:?} in English"));
        }
    }
}

fn read(areas: &[Area], complaints: &mut Vec<String>) -> BTreeMap<String, Sentence> {
    let mut sentences: BTreeMap<String, Sentence> = BTreeMap::new();
    let names: Vec<&str> = areas.iter().map(|area| area.name.as_str()).collect();
    let mut terms = BTreeSet::new();
    let mut needed = Vec::new();
    for area in areas {
        let place = format!("{}/{}.ftl", area.language, area.name);
        let resource = parser::parse(area.text.as_str()).unwrap_or_else(|(resource, errors)| {
            complaints.extend(
                errors.iter().map(|error| format!("{place}:{}: {}", line(&area.text, error.pos.start), error.kind)),
            );
            resource
        });
        for entry in &resource.body {
            match entry {
                Entry::Term(term) => {
                    let mut reader = Reader::new(area.language, format!("{place}: -{}", term.id.name));
                    reader.pattern(&term.value);
                    complaints.append(&mut reader.complaints);
                    needed.extend(reader.terms.into_iter().map(|name| (place.clone(), name)));
                    if !terms.insert(term.id.name.to_owned()) {
                        complaints.push(format!("{place}: term `-{}` is there twice", term.id.name));
                    }
                }
                Entry::Message(message) => {
                    let mut reader = Reader::new(area.language, format!("{place}: {}", message.id.name));
                    reader.message(message);
                    match area_of(message.id.name, &names) {
                        None => reader.complain("a key begins with the name of its file"),
                        Some(other) if other != area.name => reader.complain(&format!("belongs to {other}.ftl")),
                        Some(_) => {}
                    }
                    complaints.append(&mut reader.complaints);
                    needed.extend(reader.terms.into_iter().map(|name| (place.clone(), name)));
                    let sentence = Sentence {
                        area: area.name.clone(),
                        variables: reader.variables,
                        names: message.comment.as_ref().map(enum_names).unwrap_or_default(),
                        source: source_of(&area.text, message.id.name),
                    };
                    if let Some(other) = sentences.insert(message.id.name.to_owned(), sentence) {
                        complaints
                            .push(format!("{place}: message `{}` also stands in {}.ftl", message.id.name, other.area));
                    }
                }
                _ => {}
            }
        }
    }
    let missing = needed.into_iter().filter(|(_, term)| !terms.contains(term));
    complaints.extend(missing.map(|(place, term)| format!("{place}: term `-{term}` is not there")));
    sentences
}

/// The file whose name the key begins with; the longest name, where one begins with another.
fn area_of<'a>(id: &str, names: &[&'a str]) -> Option<&'a str> {
    let begins = |name: &&str| id.strip_prefix(*name).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'));
    names.iter().copied().filter(begins).max_by_key(|name| name.len())
}

/// Walks one message and notes what it needs.
struct Reader {
    language: &'static str,
    place: String,
    variables: BTreeMap<String, Variable>,
    written: BTreeSet<String>,
    terms: BTreeSet<String>,
    complaints: Vec<String>,
}

impl Reader {
    fn new(language: &'static str, place: String) -> Self {
        Reader {
            language,
            place,
            variables: BTreeMap::new(),
            written: BTreeSet::new(),
            terms: BTreeSet::new(),
            complaints: Vec::new(),
        }
    }

    fn complain(&mut self, problem: &str) {
        self.complaints.push(format!("{}: {problem}", self.place));
    }

    fn message(&mut self, message: &Message<&str>) {
        if !message.id.name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-') {
            self.complain("an id is of a-z, 0-9 and -");
        }
        if !message.attributes.is_empty() {
            self.complain("attributes are not used here; make it a message of its own");
        }
        match &message.value {
            Some(pattern) => self.pattern(pattern),
            None => self.complain("no text"),
        }
        let is_choice = |name: &&String| matches!(self.variables.get(*name), Some(Variable::Choice(_)));
        let both: Vec<String> = self.written.iter().filter(is_choice).cloned().collect();
        for name in both {
            self.complain(&format!(
                "writes `${name}`, by which it chooses among words; pass the text as a second variable"
            ));
        }
    }

    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.plurals(variants);
                self.choice(selector, variants);
                for variant in variants {
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variable(id.name);
                self.written.insert(id.name.to_owned());
            }
            InlineExpression::TermReference { id, .. } => {
                self.terms.insert(id.name.to_owned());
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::MessageReference { .. } => {
                self.complain("sentences are not built of sentences; write it out or use a term")
            }
            InlineExpression::FunctionReference { .. } => self.complain("functions are not used; pass the text ready"),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }

    fn variable(&mut self, name: &str) -> &mut Variable {
        if name == "self" || !name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_') {
            self.complain("a variable is of a-z and _, and not `self`");
        }
        self.variables.entry(name.to_owned()).or_default()
    }

    /// Notes what is chosen by a variable. A message may choose by the same one in several places: all keys count.
    fn choice(&mut self, selector: &InlineExpression<&str>, variants: &[Variant<&str>]) {
        let InlineExpression::VariableReference { id } = selector else {
            return self.complain("a choice is made by a variable");
        };
        let by_number = variants.iter().any(|variant| match &variant.key {
            VariantKey::NumberLiteral { .. } => true,
            VariantKey::Identifier { name } => matches!(*name, "one" | "few" | "many"),
        });
        let keys = variants.iter().filter_map(|variant| match &variant.key {
            VariantKey::Identifier { name } => Some((*name).to_owned()),
            VariantKey::NumberLiteral { .. } => None,
        });
        let variable = self.variable(id.name);
        match (&mut *variable, by_number) {
            (Variable::Written | Variable::Number, true) => *variable = Variable::Number,
            (Variable::Written, false) => *variable = Variable::Choice(keys.collect()),
            (Variable::Choice(known), false) => known.extend(keys),
            (Variable::Number, false) | (Variable::Choice(_), true) => {
                self.complain(&format!("chooses by `${}` as a number and as a word", id.name));
            }
        }
    }

    /// A choice by number has every form its language needs: Czech one, few, other; English one,
    /// other.
    fn plurals(&mut self, variants: &[Variant<&str>]) {
        let names: Vec<&str> = variants
            .iter()
            .filter_map(|variant| match &variant.key {
                VariantKey::Identifier { name } => Some(*name),
                VariantKey::NumberLiteral { .. } => None,
            })
            .collect();
        if !names.contains(&"one") && !names.contains(&"few") {
            return;
        }
        let wanted: &[&str] = if self.language == "cs" { &["one", "few", "other"] } else { &["one", "other"] };
        for form in wanted.iter().filter(|form| !names.contains(form)) {
            self.complain(&format!("the plural form `{form}` is missing"));
        }
    }
}

/// The lines `$variable: Name` of a comment.
fn enum_names(comment: &Comment<&str>) -> BTreeMap<String, String> {
    let lines = comment.content.iter().filter_map(|line| line.strip_prefix('$')?.split_once(": "));
    lines.map(|(variable, name)| (variable.to_owned(), name.trim().to_owned())).collect()
}

fn line(text: &str, position: usize) -> usize {
    text.bytes().take(position).filter(|byte| *byte == b'\n').count() + 1
}

/// The lines of a message as they stand in the file.
fn source_of(text: &str, id: &str) -> String {
    let mut lines = text.lines().skip_while(|line| line.split('=').next().map(str::trim) != Some(id));
    let first = lines.next().unwrap_or_default();
    let rest = lines.take_while(|line| line.starts_with([' ', '}']) || line.is_empty());
    std::iter::once(first).chain(rest).collect::<Vec<_>>().join("\n").trim_end().to_owned()
}
