//! From the certificates of the Official Journal over pivots to the list of lists.

use crate::trusted_list::lotl::PivotFault;
use crate::trusted_list::{ListError, SignatureFault, Signers, follow, pivots};
use signet_testing::trusted_list::{Draft, Operator, Points};

const LOTL: &str = "https://lists.example/eu-lotl.xml";

/// A list of lists that names `next` as its signer from now on, signed by `by`.
fn lotl(by: &Operator, next: &[&Operator]) -> Vec<u8> {
    by.sign(&Draft::lists(vec![Points::lists(LOTL, next)]).xml())
}

fn pivot(number: u32) -> String {
    format!("https://lists.example/eu-lotl-pivot-{number}.xml")
}

#[test]
fn pivots_are_named_oldest_first_and_end_at_the_official_journal() {
    let operator = Operator::new("Operator");
    let mut draft = Draft::lists(Vec::new());
    let journal = "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=OJ:C_202601944".to_owned();
    let help = "https://lists.example/help.html".to_owned();
    draft.addresses = vec![pivot(3), pivot(2), pivot(3), help, journal, pivot(1)];
    assert_eq!(pivots(&operator.sign(&draft.xml())).unwrap(), [pivot(2), pivot(3)]);
}

#[test]
fn each_pivot_hands_over_to_the_next() {
    let [first, second, third] = ["First", "Second", "Third"].map(Operator::new);
    let journal = Signers::new([first.sha256()]);
    let chain = vec![(pivot(1), Some(lotl(&first, &[&second]))), (pivot(2), Some(lotl(&second, &[&third])))];
    let newest = lotl(&third, &[&third]);
    let followed = follow(&journal, &chain, &newest).unwrap();
    assert!(followed.pivots.iter().all(|pivot| pivot.fault.is_none()));
    assert_eq!(followed.location(), Some(LOTL));
    assert_eq!(followed.list.signer, third.sha256());
    // Without the pivots, or in the wrong order, nobody knows the third.
    let unknown = ListError::Signature(SignatureFault::UnknownSigner);
    assert_eq!(follow(&journal, &[], &newest).unwrap_err(), unknown);
    let reversed: Vec<_> = chain.iter().rev().cloned().collect();
    assert_eq!(follow(&journal, &reversed, &newest).unwrap_err(), unknown);
}

#[test]
fn who_was_replaced_signs_no_more() {
    let [first, second] = ["First", "Second"].map(Operator::new);
    let journal = Signers::new([first.sha256()]);
    let chain = [(pivot(1), Some(lotl(&first, &[&second])))];
    assert!(follow(&journal, &chain, &lotl(&second, &[&second])).is_ok());
    let refused = follow(&journal, &chain, &lotl(&first, &[&first])).unwrap_err();
    assert_eq!(refused, ListError::Signature(SignatureFault::UnknownSigner));
}

#[test]
fn a_pivot_that_does_not_count_changes_nothing() {
    let [first, thief] = ["First", "Thief"].map(Operator::new);
    let journal = Signers::new([first.sha256()]);
    let forged = lotl(&thief, &[&thief]);
    let national = first.sign(&Draft::national("CZ", Vec::new()).xml());
    let chain = [(pivot(1), Some(forged)), (pivot(2), None), (pivot(3), Some(national))];
    let followed = follow(&journal, &chain, &lotl(&first, &[&first])).unwrap();
    let faults: Vec<_> = followed.pivots.into_iter().map(|pivot| pivot.fault.unwrap()).collect();
    let another = ListError::Another { expected: "EU".to_owned(), found: "CZ".to_owned() };
    assert_eq!(
        faults,
        [
            PivotFault::List(ListError::Signature(SignatureFault::UnknownSigner)),
            PivotFault::Absent,
            PivotFault::List(another)
        ]
    );
}

#[test]
fn a_national_list_is_no_list_of_lists() {
    let operator = Operator::new("Operator");
    let national = operator.sign(&Draft::national("CZ", Vec::new()).xml());
    let refused = follow(&Signers::new([operator.sha256()]), &[], &national).unwrap_err();
    assert!(matches!(refused, ListError::Another { .. }), "{refused:?}");
}
