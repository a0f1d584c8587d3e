//! Claims by their class.

use super::{LearningAchievement, LearningActivity, Node};

impl<'a> LearningAchievement<'a> {
    /// Whether it says that it is an achievement.
    pub(crate) fn is_achievement(self) -> bool {
        self.kind().text() == Some("LearningAchievement")
    }

    /// Itself as an activity, when it says that it is one.
    pub(crate) fn as_activity(self) -> Option<LearningActivity<'a>> {
        (self.kind().text() == Some("LearningActivity")).then(|| LearningActivity::of(self.value()))
    }
}
