//! What a larger unit is made of: smaller units that were micro-credentials themselves.

use serde::{Deserialize, Serialize};

use crate::{Bilingual, Country, Ects, EqfLevel, Flaw, Line, Problem, id, workload::decimal};

/// One micro-credential that counts into a larger one. Who holds it since when, a result says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Component {
    /// By what results refer to it.
    pub code: Line,
    /// Its title.
    pub title: Bilingual,
    /// Its credits.
    pub ects: Ects,
    /// Its European level.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub eqf: Option<EqfLevel>,
    /// Who awards it, when not the institution itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub awarded_by: Option<Body>,
}

/// An organisation by its name and where it is established.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Body {
    /// Its name.
    pub name: Bilingual,
    /// Its country.
    pub country: Country,
}

/// What is wrong with the components of a unit together: they cannot have more credits than the whole.
pub(crate) fn flaws(components: &[Component], whole: Ects) -> Vec<Flaw> {
    let mut flaws = crate::flaw::counted("components", components.len(), 0, 40);
    for (index, component) in components.iter().enumerate() {
        let field = || format!("components[{}].code", index + 1);
        flaws.extend(id::code(&component.code).err().map(|problem| Flaw::new(field(), problem)));
    }
    let sum: u32 = components.iter().map(|component| u32::from(component.ects.hundredths())).sum();
    if sum > u32::from(whole.hundredths()) {
        let problem = Problem::PartsDoNotAddUp { parts: decimal(sum), whole: whole.to_string() };
        flaws.push(Flaw::new("components", problem));
    }
    flaws
}
