//! A sample of the page on which anybody enters a demonstration.

use askama::Template;
use signet_access::Role;
use signet_lang::Locale;

use super::Pages;
use crate::{
    area::RoleRow,
    frame::{Area, PageFrame},
    public::enter_as::{EnterAsPage, PersonLine},
};

pub fn add(l: Locale, pages: &mut Pages) {
    let person = |(at, (name, role)): (usize, (&str, Role))| {
        let row = RoleRow::of(role);
        PersonLine { at, name: name.to_owned(), role: row.word(l), abilities: row.abilities(l) }
    };
    let people = [("Marie Dvořáková", Role::Registrar), ("Hana Vzorná", Role::Guarantor)];
    let page = EnterAsPage {
        f: PageFrame::private(l, "/enter", Area::Elsewhere),
        l,
        action: "/cs/enter".into(),
        people: people.into_iter().enumerate().map(person).collect(),
    };
    pages.insert("enter-as", page.render().unwrap());
}
