//! Reports in the shapes that relays write them.
#![allow(clippy::unwrap_used)]

use super::*;

const TAG: &str = "abcdefghijklmnopqrstuvwxyz234567abcdefghii";

const POSTFIX: &str = include_str!("../../../tests/mail/reports/postfix.eml");
const EXIM: &str = include_str!("../../../tests/mail/reports/exim.eml");
const EXCHANGE: &str = include_str!("../../../tests/mail/reports/exchange.eml");
const DELAYED: &str = include_str!("../../../tests/mail/reports/postfix-delayed.eml");

fn read(text: &str) -> Result<DeliveryReport, NotADeliveryReport> {
    // As they come through a pipe, and as they came over the wire.
    let found = DeliveryReport::read(text.as_bytes(), None);
    assert_eq!(found, DeliveryReport::read(text.replace('\n', "\r\n").as_bytes(), None));
    found
}

fn tag() -> LetterTag {
    TAG.parse().unwrap()
}

#[test]
fn ml9_the_reports_of_postfix_exim_and_exchange_are_read() {
    for (name, report, status) in
        [("Postfix", POSTFIX, "5.1.1"), ("Exim", EXIM, "5.0.0"), ("Exchange", EXCHANGE, "5.1.10")]
    {
        let read = read(report).unwrap();
        assert_eq!(read.tags, [tag()], "{name}");
        assert_eq!(read.refused.map(|status| status.to_string()).as_deref(), Some(status), "{name}");
    }
}

#[test]
fn ml9_what_is_put_off_or_delivered_refuses_nobody() {
    assert_eq!(read(DELAYED).unwrap(), DeliveryReport { tags: vec![tag()], refused: None });
    for (action, status) in
        [("delivered", "2.1.5"), ("relayed", "2.0.0"), ("expanded", "2.0.0"), ("failed", "4.4.1"), ("delayed", "5.1.1")]
    {
        let report = POSTFIX
            .replace("Action: failed", &format!("Action: {action}"))
            .replace("Status: 5.1.1", &format!("Status: {status}"));
        assert_eq!(read(&report).unwrap().refused, None, "{action} {status}");
    }
}

#[test]
fn ml9_whoever_pipes_may_say_where_it_was_delivered_to() {
    let report = POSTFIX.replace(TAG, "x");
    assert!(read(&report).unwrap().tags.is_empty());
    let told = format!("Vraceni+{}@skola.example", TAG.to_uppercase());
    assert_eq!(DeliveryReport::read(report.as_bytes(), Some(&told)).unwrap().tags, [tag()], "in whatever case");
    assert_eq!(DeliveryReport::read(POSTFIX.as_bytes(), Some(&told)).unwrap().tags, [tag()], "once");
}

#[test]
fn ml9_what_is_no_report_is_told() {
    let answer = "To: bounce@skola.example\nSubject: Re\nContent-Type: text/plain\n\nAction: failed\nStatus: 5.1.1\n";
    let status_only =
        "Content-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\nAction: failed\nStatus: 5.1.1\n";
    for text in ["", "x", answer, status_only, &POSTFIX.replace("multipart/report", "multipart/mixed")] {
        assert_eq!(read(text), Err(NotADeliveryReport::Form), "{text:?}");
    }
    let silent = POSTFIX.replace("Status: 5.1.1", "Status: five");
    assert_eq!(read(&silent), Err(NotADeliveryReport::Status));
}

#[test]
fn ml9_what_came_back_with_a_report_says_nothing() {
    // The message that comes back is whoever's text: a report inside it is none.
    let (head, _) = DELAYED.split_once("\n--").unwrap();
    let inner = POSTFIX;
    let wrapped = format!("{head}\n--DELAYED-PARTS\nContent-Type: message/rfc822\n\n{inner}\n--DELAYED-PARTS--\n");
    assert_eq!(read(&wrapped), Err(NotADeliveryReport::Form));
}

#[test]
fn ml9_a_long_or_deep_report_ends() {
    let long = format!("{}{}", POSTFIX.replace("--=_postfix--", ""), "x".repeat(3 << 20));
    assert_eq!(DeliveryReport::read(long.as_bytes(), None).unwrap().tags, [tag()]);
    let mut deep = String::new();
    for at in 0..2_000 {
        deep.push_str(&format!("Content-Type: multipart/report; boundary=\"b{at}\"\n\n--b{at}\n"));
    }
    assert!(DeliveryReport::read(deep.as_bytes(), None).is_err());
    let many = format!("Delivered-To: {}\n{POSTFIX}", "a+b@x, ".repeat(10_000));
    assert_eq!(DeliveryReport::read(many.as_bytes(), None).unwrap().tags, [tag()]);
}

#[test]
fn a_status_reads_back_and_nothing_else_is_one() {
    for good in ["5.1.1", "4.4.7", "2.0.0", "5.999.10"] {
        assert_eq!(good.parse::<EnhancedStatus>().unwrap().to_string(), good);
    }
    for wrong in ["", "5", "5.1", "5.1.1.1", "3.1.1", "5.1.x", "5.1.1000", "5.+1.1", "5..1"] {
        assert_eq!(wrong.parse::<EnhancedStatus>(), Err(NotAStatus), "{wrong}");
    }
}
