//! Canonical forms, against what the recommendation says.

use crate::trusted_list::canonical::{Method, canonical};
use roxmltree::Document;

fn form(xml: &str, omitted: Option<&str>) -> String {
    let document = Document::parse(xml).unwrap();
    let omitted = document.descendants().find(|node| node.is_element() && Some(node.tag_name().name()) == omitted);
    String::from_utf8(canonical(document.root(), omitted, &Method::Exclusive(Vec::new()))).unwrap()
}

/// The form of the first element of a name.
fn part(xml: &str, name: &str, inclusive: &[&'static str]) -> String {
    let document = Document::parse(xml).unwrap();
    let node = document.descendants().find(|node| node.tag_name().name() == name).unwrap();
    String::from_utf8(canonical(node, None, &Method::Exclusive(inclusive.to_vec()))).unwrap()
}

#[test]
fn declaration_comments_and_spaces_outside_go_and_instructions_stay() {
    let xml =
        "<?xml version=\"1.0\"?>\n\n<?before  the list?>\n<!-- a --><doc>x<!-- b -->y</doc>\n<!-- c -->\n<?after?>\n";
    assert_eq!(form(xml, None), "<?before the list?>\n<doc>xy</doc>\n<?after?>");
}

#[test]
fn tags_are_written_one_way() {
    let xml = "<doc ><e1   /><e2 a='1'\n  B = \"2\" /><e3 name = \"elem3\"   id=\"elem3\"></e3 ></doc>";
    let canonical = r#"<doc><e1></e1><e2 B="2" a="1"></e2><e3 id="elem3" name="elem3"></e3></doc>"#;
    assert_eq!(form(xml, None), canonical);
}

#[test]
fn characters_are_written_one_way() {
    let xml =
        "<doc a=\"&lt; &gt; &quot; ' &#9; &#10; &#13; &amp;\tx\ny\">&lt; > \" &#13; &amp;\r\n<![CDATA[<&\r\n>]]></doc>";
    let canonical =
        "<doc a=\"&lt; > &quot; ' &#x9; &#xA; &#xD; &amp; x y\">&lt; &gt; \" &#xD; &amp;\n&lt;&amp;\n&gt;</doc>";
    assert_eq!(form(xml, None), canonical);
}

#[test]
fn attributes_are_sorted_by_namespace_and_name() {
    let xml = r#"<doc xmlns:a="http://www.w3.org" xmlns:b="http://www.ietf.org" a:attr="out" b:attr="sorted" attr2="all" attr="I'm"/>"#;
    let canonical = r#"<doc xmlns:a="http://www.w3.org" xmlns:b="http://www.ietf.org" attr="I'm" attr2="all" b:attr="sorted" a:attr="out"></doc>"#;
    assert_eq!(form(xml, None), canonical);
}

/// The examples of the recommendation, 2.2.
#[test]
fn only_namespaces_in_use_are_declared_where_they_are_used() {
    let xml = r#"<n0:local xmlns:n0="foo:bar" xmlns:n3="ftp://example.org"><n1:elem2 xmlns:n1="http://example.net" xml:lang="en"><n3:stuff xmlns:n3="ftp://example.org"/></n1:elem2></n0:local>"#;
    let canonical = r#"<n1:elem2 xmlns:n1="http://example.net" xml:lang="en"><n3:stuff xmlns:n3="ftp://example.org"></n3:stuff></n1:elem2>"#;
    assert_eq!(part(xml, "elem2", &[]), canonical);
}

#[test]
fn the_default_namespace_is_declared_and_undeclared() {
    let xml = r#"<a xmlns="urn:1"><b xmlns=""><c xmlns="urn:1"><p:d xmlns:p="urn:2"><e/></p:d></c></b><f/></a>"#;
    let canonical =
        r#"<a xmlns="urn:1"><b xmlns=""><c xmlns="urn:1"><p:d xmlns:p="urn:2"><e></e></p:d></c></b><f></f></a>"#;
    assert_eq!(form(xml, None), canonical);
}

#[test]
fn a_prefix_bound_anew_is_declared_anew() {
    let xml = r#"<p:a xmlns:p="urn:1"><p:b xmlns:p="urn:2"><p:c xmlns:p="urn:2"/></p:b><p:d/></p:a>"#;
    let canonical = r#"<p:a xmlns:p="urn:1"><p:b xmlns:p="urn:2"><p:c></p:c></p:b><p:d></p:d></p:a>"#;
    assert_eq!(form(xml, None), canonical);
}

#[test]
fn what_is_left_out_leaves_its_surroundings() {
    assert_eq!(form("<a>\n <b><c/></b>\n <d/> </a>", Some("b")), "<a>\n \n <d></d> </a>");
}

#[test]
fn prefixes_of_the_list_are_declared_where_they_are_in_scope() {
    let xml = r#"<a:r xmlns:a="urn:a" xmlns:b="urn:b" xmlns="urn:d"><a:x><b:y/></a:x></a:r>"#;
    let listed = r#"<a:x xmlns:a="urn:a" xmlns:b="urn:b"><b:y></b:y></a:x>"#;
    assert_eq!(part(xml, "x", &["b", "other"]), listed);
    assert_eq!(part(xml, "x", &[]), r#"<a:x xmlns:a="urn:a"><b:y xmlns:b="urn:b"></b:y></a:x>"#);
    let default = r#"<a:x xmlns="urn:d" xmlns:a="urn:a"><b:y xmlns:b="urn:b"></b:y></a:x>"#;
    assert_eq!(part(xml, "x", &[""]), default);
    assert_eq!(part("<r><x/></r>", "x", &[""]), "<x></x>");
}

/// The form of the first element of a name by the inclusive method.
fn whole(xml: &str, name: &str) -> String {
    let document = Document::parse(xml).unwrap();
    let node = document.descendants().find(|node| node.tag_name().name() == name).unwrap();
    String::from_utf8(canonical(node, None, &Method::Inclusive)).unwrap()
}

/// The same example of the recommendation as above: here every namespace in scope is declared, and once.
#[test]
fn all_namespaces_in_scope_are_declared_at_the_top() {
    let xml = r#"<n0:local xmlns:n0="foo:bar" xmlns:n3="ftp://example.org"><n1:elem2 xmlns:n1="http://example.net" xml:lang="en"><n3:stuff xmlns:n3="ftp://example.org"/></n1:elem2></n0:local>"#;
    let canonical = r#"<n1:elem2 xmlns:n0="foo:bar" xmlns:n1="http://example.net" xmlns:n3="ftp://example.org" xml:lang="en"><n3:stuff></n3:stuff></n1:elem2>"#;
    assert_eq!(whole(xml, "elem2"), canonical);
}

#[test]
fn attributes_of_xml_come_down_from_above_and_no_others() {
    let xml = r#"<a xml:lang="cs" xml:space="preserve" id="1" xmlns="urn:1"><b xml:lang="en"><c x="2"/></b></a>"#;
    assert_eq!(whole(xml, "c"), r#"<c xmlns="urn:1" x="2" xml:lang="en" xml:space="preserve"></c>"#);
    assert_eq!(whole(xml, "b"), r#"<b xmlns="urn:1" xml:lang="en" xml:space="preserve"><c x="2"></c></b>"#);
}

#[test]
fn a_default_namespace_that_is_taken_back_is_told_inclusively_too() {
    let xml = r#"<a xmlns="urn:1"><b xmlns=""><c xmlns="urn:2" xmlns:p="urn:3"><d/></c></b></a>"#;
    assert_eq!(whole(xml, "a"), r#"<a xmlns="urn:1"><b xmlns=""><c xmlns="urn:2" xmlns:p="urn:3"><d></d></c></b></a>"#);
    assert_eq!(whole(xml, "b"), r#"<b><c xmlns="urn:2" xmlns:p="urn:3"><d></d></c></b>"#);
}
