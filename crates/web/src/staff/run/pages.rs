//! Pages of a list by their numbers.

use signet_store::NumberedPage;

/// Rows of a page.
pub(super) const ROWS: u32 = 50;
/// Pages after which nobody looks: the largest run has a hundred.
const PAGE_MAX: u32 = 10_000;

/// The page of this number, from 0; the first where it is none.
pub(super) fn numbered(page: &str) -> NumberedPage {
    NumberedPage { page: page.parse().unwrap_or(0).min(PAGE_MAX), rows: ROWS }
}

/// Takes the row off that tells that there is a next page, and gives the numbers of the pages before and after.
pub(super) fn around<T>(rows: &mut Vec<T>, page: NumberedPage) -> (Option<u32>, Option<u32>) {
    let length = usize::try_from(page.rows).unwrap_or(usize::MAX);
    let more = rows.len() > length;
    rows.truncate(length);
    (page.page.checked_sub(1), more.then(|| page.page.saturating_add(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_row_more_is_a_next_page() {
        let page = |text: &str| {
            let mut rows = vec![(); 51];
            around(&mut rows, numbered(text))
        };
        assert_eq!(page(""), (None, Some(1)));
        assert_eq!(page("2"), (Some(1), Some(3)));
        assert_eq!(page("-1"), (None, Some(1)));
        assert_eq!(around(&mut vec![(); 50], numbered("1")), (Some(0), None));
    }
}
