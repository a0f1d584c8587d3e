//! What search engines are told of a course: schema.org, as JSON-LD inside a page.

use serde_json::{Value, json};
use signet_lang::Locale;
use signet_record::{Institution, Mode};

use crate::{offer::Offer, public_address::PublicAddress};

/// A course in the language of its page.
#[must_use]
pub fn schema_org_course(offer: &Offer, address: &PublicAddress, l: Locale) -> Value {
    let (unit, language) = (&offer.unit, l.language());
    let url = address.unit(language, offer);
    let outcomes: Vec<&str> = unit.outcomes.iter().map(|outcome| outcome.text.text(language)).collect();
    let level = l.web_credential_eqf(unit.eqf.number());
    let workload = format!("PT{}H", unit.hours.count());
    let spoken: Vec<&str> = unit.languages.iter().map(|taught| taught.alpha2()).collect();
    let provider = organisation(&offer.institution, l);
    let mode = match unit.mode {
        Mode::Online => "online",
        Mode::Blended => "blended",
        Mode::Presential | Mode::ProjectBased | Mode::WorkBased | Mode::ResearchLab => "onsite",
    };
    let runs: Vec<Value> = offer
        .runs
        .iter()
        .map(|run| {
            json!({
                "@type": "CourseInstance",
                "courseMode": mode,
                "courseWorkload": workload,
                "startDate": run.start.to_string(),
                "endDate": run.end.to_string(),
                "inLanguage": spoken,
                "maximumAttendeeCapacity": run.capacity,
            })
        })
        .collect();
    let mut course = json!({
        "@context": "https://schema.org",
        "@type": "Course",
        "@id": url,
        "url": url,
        "name": unit.title.text(language),
        "description": description(offer, l),
        "provider": provider,
        "inLanguage": spoken,
        "educationalLevel": level,
        "about": unit.isced.label.text(language),
        "timeRequired": workload,
        "teaches": outcomes,
        "numberOfCredits": { "@type": "StructuredValue", "value": unit.ects.to_string(), "unitText": "ECTS" },
        "educationalCredentialAwarded": {
            "@type": "EducationalOccupationalCredential",
            "name": unit.title.text(language),
            "credentialCategory": "micro-credential",
            "educationalLevel": level,
            "competencyRequired": outcomes,
            "recognizedBy": provider,
        },
        "hasCourseInstance": runs,
    });
    if let (Some(text), Some(members)) = (&unit.prerequisites, course.as_object_mut()) {
        members.insert("coursePrerequisites".into(), json!(text.text(language)));
    }
    course
}

/// The courses of a page, by their addresses.
#[must_use]
pub fn schema_org_list(offers: &[&Offer], address: &PublicAddress, l: Locale) -> Value {
    let item = |(position, offer): (usize, &&Offer)| json!({ "@type": "ListItem", "position": position + 1, "url": address.unit(l.language(), offer) });
    let items: Vec<Value> = offers.iter().enumerate().map(item).collect();
    json!({ "@context": "https://schema.org", "@type": "ItemList", "itemListElement": items })
}

/// What a course is about, in a sentence or two: its own words, else what is learnt in it.
#[must_use]
pub fn description(offer: &Offer, l: Locale) -> String {
    let language = l.language();
    match &offer.unit.description {
        Some(text) => text.text(language).to_owned(),
        None => {
            let outcomes = offer.unit.outcomes.iter().take(3).map(|outcome| outcome.text.text(language));
            outcomes.collect::<Vec<_>>().join(" ")
        }
    }
}

/// JSON that stands in a page: nothing in it ends the element around it, or begins another.
#[must_use]
pub fn inside_a_page(value: &Value) -> String {
    let mut text = String::new();
    for c in value.to_string().chars() {
        match c {
            '<' => text.push_str("\\u003c"),
            '>' => text.push_str("\\u003e"),
            '&' => text.push_str("\\u0026"),
            '\u{2028}' => text.push_str("\\u2028"),
            '\u{2029}' => text.push_str("\\u2029"),
            c => text.push(c),
        }
    }
    text
}

fn organisation(institution: &Institution, l: Locale) -> Value {
    let mut organisation = json!({
        "@type": "CollegeOrUniversity",
        "name": institution.legal_name.text(l.language()),
        "identifier": institution.eidas_identifier.as_str(),
    });
    if let (Some(page), Some(members)) = (&institution.homepage, organisation.as_object_mut()) {
        members.insert("url".into(), json!(page.as_str()));
    }
    organisation
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_the_element_around_it() {
        let text = inside_a_page(&json!({ "name": "</script><script>alert(1)</script> & <!--" }));
        assert!(!text.contains('<') && !text.contains('>') && !text.contains('&'));
        let read: Value = serde_json::from_str(&text).unwrap_or(Value::Null);
        assert_eq!(read["name"], "</script><script>alert(1)</script> & <!--");
    }
}
