//! What people do in a unit besides taking part in it as a whole: lectures, a placement, own study.

use serde::{Deserialize, Serialize};

use crate::{Bilingual, Country, Date, Flaw, Hours, Mode, Problem, code::codes};

codes! {
    /// Type of a learning activity (EU list).
    ActivityKind {
        /// Educational programme.
        Programme = "programme",
        /// Teaching in a classroom: lectures, seminars, exercises.
        Classroom = "classroom",
        /// Teaching at a distance.
        ELearning = "e-learning",
        /// Laboratory, simulation, practice.
        Practice = "practice",
        /// Own study.
        SelfStudy = "self-study",
        /// Research.
        Research = "research",
        /// Workshop, seminar or conference.
        Workshop = "workshop",
        /// Work placement.
        Internship = "internship",
        /// Apprenticeship.
        Apprenticeship = "apprenticeship",
        /// Job experience.
        JobExperience = "job-experience",
        /// Volunteering.
        Volunteering = "volunteering",
    }
}

/// One activity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Activity {
    /// Its type.
    pub kind: ActivityKind,
    /// What it is called.
    pub title: Bilingual,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<Bilingual>,
    /// Its share of the workload.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<Hours>,
    /// Form of participation, when it is not that of the whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mode: Option<Mode>,
    /// From when to when, when it is not the period of the run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
}

/// From one day to another, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// First day.
    pub start: Date,
    /// Last day.
    pub end: Date,
}

/// A place people know by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Its name: a town, a company's site.
    pub name: Bilingual,
    /// Its country.
    pub country: Country,
}

/// What is wrong with activities together; `whole` is the workload of the unit.
pub(crate) fn flaws(activities: &[Activity], whole: Hours) -> Vec<Flaw> {
    let mut flaws = crate::flaw::counted("activities", activities.len(), 0, 20);
    for (index, activity) in activities.iter().enumerate() {
        if let Some(Period { start, end }) = activity.period
            && end < start
        {
            let problem = Problem::DateBefore { found: end, other: "start".into(), limit: start };
            flaws.push(Flaw::new(format!("activities[{}].period.end", index + 1), problem));
        }
    }
    let sum: u32 = activities.iter().filter_map(|activity| activity.hours).map(|hours| u32::from(hours.count())).sum();
    if sum > u32::from(whole.count()) {
        let problem = Problem::PartsDoNotAddUp { parts: sum.to_string(), whole: whole.count().to_string() };
        flaws.push(Flaw::new("activities", problem));
    }
    flaws
}
