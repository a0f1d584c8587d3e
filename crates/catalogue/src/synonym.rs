//! Words that people type for something that titles call otherwise. Each line is one idea.

use signet_record::Language::{self, Cs, En};

/// Ways to say one thing.
pub(crate) type Group = &'static [(Language, &'static str)];

/// The table.
pub(crate) const GROUPS: &[Group] = &[
    &[(Cs, "AI"), (Cs, "umělá inteligence"), (En, "artificial intelligence"), (En, "AI")],
    &[(Cs, "ML"), (Cs, "strojové učení"), (En, "machine learning")],
    &[
        (Cs, "IT"),
        (Cs, "ICT"),
        (Cs, "informatika"),
        (Cs, "informační technologie"),
        (En, "information technologies"),
        (En, "IT"),
    ],
    &[(Cs, "GDPR"), (Cs, "osobní údaje"), (En, "personal data")],
    &[(Cs, "IoT"), (Cs, "internet věcí"), (En, "internet of things")],
    &[(Cs, "Excel"), (Cs, "tabulkový procesor"), (En, "spreadsheets")],
    &[
        (Cs, "kyberbezpečnost"),
        (Cs, "kybernetická bezpečnost"),
        (Cs, "počítačová bezpečnost"),
        (En, "cybersecurity"),
        (En, "computer security"),
    ],
    &[(Cs, "distanční"), (Cs, "dálkově"), (Cs, "online"), (En, "distance"), (En, "online")],
    &[(Cs, "prezenčně"), (Cs, "prezenční"), (Cs, "na místě"), (En, "on site"), (En, "on-site")],
    &[(Cs, "anglicky"), (Cs, "angličtina"), (En, "English")],
    &[(Cs, "německy"), (Cs, "němčina"), (En, "German")],
    &[(Cs, "česky"), (Cs, "čeština"), (En, "Czech")],
    &[(Cs, "kódování"), (Cs, "programování"), (En, "coding"), (En, "programming")],
    &[(Cs, "učitel"), (Cs, "pedagog"), (En, "teacher")],
    &[(Cs, "sestra"), (Cs, "ošetřovatelství"), (En, "nurse"), (En, "nursing")],
    &[
        (Cs, "solární elektrárna"),
        (Cs, "soláry"),
        (Cs, "fotovoltaická elektrárna"),
        (En, "solar panels"),
        (En, "photovoltaic"),
    ],
];
