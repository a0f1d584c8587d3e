//! What stands around every page: menu, language switch, who is signed in, assets.

use signet_lang::{Locale, args};
use signet_record::{Language, Line, Timestamp};

pub use crate::area::Area;
use crate::{area::is_in_section, asset};

/// Who is signed in, as the page names them.
#[derive(Clone, Debug)]
pub struct Person {
    /// Display name.
    pub name: String,
    /// Role, in words.
    pub role: String,
    /// Where that role is at home.
    pub home: Area,
    /// The parts of the staff's pages that the role may open: path and label.
    pub sections: Vec<(&'static str, String)>,
}

/// How long whoever is signed in stays so, in seconds.
#[derive(Clone, Copy, Debug)]
pub struct SessionTimes {
    /// Without a request.
    pub idle: u64,
    /// Whatever is done.
    pub left: u64,
}

/// The frame of one page.
#[derive(Clone, Debug)]
pub struct PageFrame {
    locale: Locale,
    /// The page's path and query without the language.
    path: String,
    area: Area,
    /// Who is signed in.
    pub person: Option<Person>,
    /// Token that forms carry, bound to the session.
    pub token: String,
    /// How long the session lasts, where there is one.
    pub session: Option<SessionTimes>,
    /// Until when and why somebody is let in past their login provider, where they are.
    pub emergency: Option<String>,
    /// Nobody is signed in, and somebody can.
    pub can_sign_in: bool,
    /// The page is nobody else's business: not for search engines, not for caches.
    pub private: bool,
}

/// A line of the menu.
pub struct MenuItem {
    /// Where it leads.
    pub href: String,
    /// What it is called.
    pub label: String,
    /// The page is in that part.
    pub current: bool,
}

/// One side of the language switch.
pub struct LanguageItem {
    /// The same page in that language.
    pub href: String,
    /// ISO 639-1.
    pub code: &'static str,
    /// For the eye.
    pub short: &'static str,
    /// For the ear, in that language.
    pub name: &'static str,
    /// The page is in it.
    pub current: bool,
}

impl PageFrame {
    /// The frame of a public page.
    pub fn public(locale: Locale, path: impl Into<String>, area: Area) -> Self {
        PageFrame {
            locale,
            path: path.into(),
            area,
            person: None,
            token: String::new(),
            session: None,
            emergency: None,
            can_sign_in: false,
            private: false,
        }
    }

    /// The frame of a page that is nobody else's business.
    pub fn private(locale: Locale, path: impl Into<String>, area: Area) -> Self {
        PageFrame { private: true, ..PageFrame::public(locale, path, area) }
    }

    /// Who is signed in, in a sentence.
    pub fn signed_in_as(&self) -> Option<String> {
        let Person { name, role, .. } = self.person.as_ref()?;
        Some(self.locale.web_frame_signed_in(args::WebFrameSignedIn { name: name.as_str(), role: role.as_str() }))
    }

    /// With the person who is signed in and their token.
    pub fn signed_in(mut self, person: Person, token: String) -> Self {
        self.person = Some(person);
        self.token = token;
        self
    }

    /// With the time that the session has.
    pub fn lasting(mut self, times: SessionTimes) -> Self {
        self.session = Some(times);
        self
    }

    /// With the banner of somebody who is let in past their login provider.
    pub fn in_emergency(mut self, until: Timestamp, reason: Option<&Line>) -> Self {
        self.emergency = reason.map(|reason| {
            let (until, reason) = (self.locale.instant(until), reason.as_str());
            self.locale.web_frame_emergency(args::WebFrameEmergency { reason, until })
        });
        self
    }

    /// With a link to signing in, if there is a login provider.
    pub fn with_sign_in(mut self, can_sign_in: bool) -> Self {
        self.can_sign_in = can_sign_in;
        self
    }

    /// ISO 639-1 code of the page's language.
    pub fn code(&self) -> &'static str {
        self.locale.language().code()
    }

    /// The address of a page in the same language; `path` begins with a slash.
    pub fn at(&self, path: &str) -> String {
        address(self.locale.language(), path)
    }

    /// The menu.
    pub fn nav(&self) -> Vec<MenuItem> {
        let home = self.person.as_ref().map_or(Area::Holder, |person| person.home);
        let sections = self.person.as_ref().map_or(&[][..], |person| person.sections.as_slice());
        let at = self.path.split('?').next().unwrap_or(&self.path);
        let here = |section: &str| is_in_section(section, at);
        let in_section = sections.iter().any(|(path, _)| here(path));
        let item = |area: Area| MenuItem {
            href: self.at(area.path()),
            label: area.label(self.locale),
            current: self.area == area && !(area == Area::Staff && in_section),
        };
        let section = |(path, label): &(&'static str, String)| MenuItem {
            href: self.at(path),
            label: label.clone(),
            current: here(path),
        };
        [Area::Verify, Area::Catalogue, home].map(item).into_iter().chain(sections.iter().map(section)).collect()
    }

    /// The switch of languages; it keeps the page.
    pub fn languages(&self) -> Vec<LanguageItem> {
        Language::ALL
            .into_iter()
            .map(|language| LanguageItem {
                href: address(language, &self.path),
                code: language.code(),
                short: match language {
                    Language::Cs => "CS",
                    Language::En => "EN",
                },
                name: match language {
                    Language::Cs => "Čeština",
                    Language::En => "English",
                },
                current: language == self.locale.language(),
            })
            .collect()
    }

    /// Address of the style sheet.
    pub fn style(&self) -> &'static str {
        asset::STYLE.path()
    }

    /// Address of the script.
    pub fn script(&self) -> &'static str {
        asset::SCRIPT.path()
    }

    /// Address of the icon.
    pub fn favicon(&self) -> &'static str {
        asset::FAVICON.path()
    }
}

/// The address of a page in one language.
pub fn address(language: Language, path: &str) -> String {
    format!("/{}{}", language.code(), if path == "/" { "" } else { path })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use signet_access::Role;

    use super::*;
    use crate::area::{RoleRow, staff_sections};

    #[test]
    fn every_role_has_its_place_in_the_menu() {
        let l = Locale::new(Language::En);
        for role in Role::ALL {
            let row = RoleRow::of(role);
            let home = row.home;
            let sections = staff_sections(role, l);
            let person = Person { name: "x".into(), role: row.word(l), home, sections };
            let frame = PageFrame::private(l, home.path(), home).signed_in(person, String::new());
            let current: Vec<_> = frame.nav().into_iter().filter(|item| item.current).map(|item| item.href).collect();
            assert_eq!(current, [format!("/en{}", home.path())], "{role:?}");
            assert!(!row.abilities(l).is_empty(), "{role:?}");
        }
    }

    #[test]
    fn the_switch_keeps_the_page_and_its_query() {
        let frame = PageFrame::public(Locale::new(Language::Cs), "/catalogue?q=data", Area::Catalogue);
        let hrefs: Vec<_> = frame.languages().into_iter().map(|item| item.href).collect();
        assert_eq!(hrefs, ["/cs/catalogue?q=data", "/en/catalogue?q=data"]);
        assert_eq!(frame.at("/"), "/cs");
    }
}
