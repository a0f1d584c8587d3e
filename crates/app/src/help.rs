//! Help in the reader's language: the sentences of the command line stand with all others in `signet-lang`.

use clap::Command;
use signet_access::Role;
use signet_console::help::HelpTexts;
use signet_lang::Locale;

/// The roles that an account can be given, as they are typed.
pub fn role_codes() -> String {
    Role::of_accounts().map(Role::code).collect::<Vec<_>>().join(", ")
}

/// The command line with its help in one language.
pub fn speaking(command: Command, locale: Locale) -> Command {
    let texts = HelpTexts { about: Locale::help_about, of: sentence, after };
    signet_console::help::speaking(command, texts, locale)
}

/// What stands below the help of a command.
fn after(path: &str, locale: Locale) -> Option<String> {
    match path {
        "verify" => Some(locale.help_verify_after()),
        "same" => Some(locale.same_help_after()),
        "vocab.find" => Some(locale.vocab_help_after_find()),
        "vocab.check" => Some(locale.vocab_help_after_check()),
        _ => None,
    }
}

/// The sentence of a command (`issue`) or of one of its arguments (`issue.unit`); empty for what is hidden.
#[expect(clippy::too_many_lines, reason = "a table: one line for each command and argument")]
fn sentence(path: &str, locale: Locale) -> String {
    match path {
        ".lang" => locale.help_lang(),
        ".acting" => locale.help_acting(),
        ".config" => locale.help_config_file(),
        "demo" => locale.help_demo(),
        "demo.folder" => locale.help_demo_folder(),
        "demo.fresh" => locale.help_demo_fresh(),
        "demo.listen" => locale.help_demo_listen(),
        "demo.json" => locale.help_demo_json(),
        "demo.no_serve" => locale.help_demo_no_serve(),
        "init" => locale.init_help(),
        "init.folder" => locale.init_help_folder(),
        "init.name" => locale.init_help_name(),
        "init.name_en" => locale.init_help_name_en(),
        "init.company_number" => locale.init_help_company_number(),
        "init.id" => locale.init_help_id(),
        "serve" => locale.help_serve(),
        "work" => locale.help_work(),
        "work.once" => locale.help_work_once(),
        "import" => locale.help_import(),
        "import.files" => locale.help_import_files(),
        "import.institution" => locale.help_import_institution(),
        "import.edc" => locale.edc_help(),
        "import.edc.files" => locale.edc_help_files(),
        "import.edc.institution" => locale.help_import_institution(),
        "import.edc.unit" => locale.edc_help_unit(),
        "import.edc.run" => locale.edc_help_run(),
        "import.edc.person" => locale.edc_help_person(),
        "import.edc.check" => locale.edc_help_check(),
        "import.edc.json" => locale.help_fsck_json(),
        "import.check" => locale.help_import_check(),
        "issue" => locale.help_issue(),
        "issue.unit" => locale.help_issue_unit(),
        "issue.results" => locale.help_issue_results(),
        "issue.institution" => locale.help_issue_institution(),
        "issue.check" => locale.help_issue_check(),
        "issue.skip_bad" => locale.help_issue_skip_bad(),
        "issue.out" => locale.help_issue_out(),
        "issue.json" => locale.help_issue_json(),
        "correct" => locale.help_correct(),
        "correct.credential" => locale.help_correct_credential(),
        "correct.results" => locale.help_correct_results(),
        "correct.out" => locale.help_correct_out(),
        "revoke" => locale.help_revoke(),
        "revoke.credential" => locale.help_revoke_credential(),
        "revoke.reason" => locale.help_revoke_reason(),
        "revoke.note_cs" => locale.help_revoke_note_cs(),
        "revoke.note_en" => locale.help_revoke_note_en(),
        "revoke.date" => locale.help_revoke_date(),
        "verify" => locale.help_verify(),
        "verify.files" => locale.help_verify_file(),
        "verify.anchors" | "same.anchors" => locale.help_verify_anchors(),
        "verify.test_anchors" | "same.test_anchors" => locale.help_verify_test_anchors(),
        "verify.offline" | "same.offline" => locale.help_verify_offline(),
        "verify.evidence" | "same.evidence" => locale.help_verify_evidence(),
        "verify.policy" | "same.policy" => locale.help_verify_policy(),
        "verify.at" | "same.at" => locale.help_verify_at(),
        "verify.json" => locale.help_verify_json(),
        "verify.csv" => locale.help_verify_csv(),
        "same" => locale.same_help(),
        "same.files" => locale.same_help_files(),
        "same.json" => locale.same_help_json(),
        "renew" => locale.help_renew(),
        "renew.credential" => locale.help_renew_credential(),
        "renew.institution" => locale.help_renew_institution(),
        "renew.due_before" => locale.help_renew_due_before(),
        "renew.dry_run" => locale.help_renew_dry_run(),
        "renew.json" => locale.help_fsck_json(),
        "fsck" => locale.help_fsck(),
        "fsck.json" => locale.help_fsck_json(),
        "fsck.against" => locale.register_help_against(),
        "fsck.head" => locale.register_help_head(),
        "erase" => locale.register_help_erase(),
        "erase.institution" => locale.register_help_erase_institution(),
        "erase.person" => locale.register_help_erase_person(),
        "erase.scope" => locale.register_help_erase_scope(),
        "migrate" => locale.register_help_migrate(),
        "migrate.owner" => locale.register_help_migrate_owner(),
        "bounce" => locale.mail_help_bounce(),
        "bounce.recipient" => locale.mail_help_bounce_recipient(),
        "sweep" => locale.register_help_sweep(),
        "account" => locale.help_account(),
        "account.grant" => locale.help_account_grant(),
        "account.end" => locale.help_account_end(),
        "account.block" => locale.help_account_block(),
        "account.unblock" => locale.help_account_unblock(),
        "account.list" => locale.help_account_list(),
        "account.merges" => locale.help_account_merges(),
        "account.part" => locale.help_account_part(),
        "account.part.merge" => locale.help_account_part_merge(),
        "account.part.reason" => locale.help_account_part_reason(),
        "account.list.json" | "account.merges.json" | "security-log.json" => locale.help_fsck_json(),
        "account.grant.account" | "account.end.account" | "account.block.account" | "account.unblock.account" => {
            locale.help_account_account()
        }
        "account.grant.role" | "account.end.role" => locale.help_account_role(role_codes()),
        "account.grant.institution" | "account.end.institution" => locale.help_login_link_institution(),
        "account.grant.person" => locale.help_account_person(),
        "account.grant.faculties" => locale.help_account_faculty(),
        "account.grant.units" => locale.help_account_unit(),
        "account.grant.name" => locale.help_account_name(),
        "account.grant.until" => locale.help_account_until(),
        "account.grant.reason" | "account.end.reason" => locale.help_account_reason(),
        "security-log" => locale.help_security_log(),
        "security-log.since" => locale.help_security_log_since(),
        "login-link.reason" => locale.help_login_link_reason(),
        "login-link.account" => locale.help_login_link_account(),
        "login-link" => locale.help_login_link(),
        "login-link.role" => locale.help_login_link_role(role_codes()),
        "login-link.institution" => locale.help_login_link_institution(),
        "login-link.person" => locale.help_login_link_person(),
        "login-key" => locale.login_key_help(),
        "login-key.make" => locale.login_key_help_make(),
        "login-key.switch" => locale.login_key_help_switch(),
        "login-key.prune" => locale.login_key_help_prune(),
        "login-key.show" => locale.login_key_help_show(),
        "login-key.make.file" | "login-key.switch.file" | "login-key.prune.file" | "login-key.show.file" => {
            locale.login_key_help_file()
        }
        "seal" => locale.help_seal(),
        "seal.status" => locale.help_seal_status(),
        "seal.status.json" => locale.help_seal_status_json(),
        "seal.log" => locale.help_seal_log(),
        "seal.log.since" => locale.help_seal_log_since(),
        "seal.log.seal" => locale.help_seal_log_seal(),
        "seal.log.json" => locale.help_seal_log_json(),
        "seal.mandate" => locale.help_seal_mandate(),
        "seal.mandate.institution" => locale.help_seal_mandate_institution(),
        "seal.mandate.sealer" => locale.help_seal_mandate_sealer(),
        "seal.mandate.sealer_name" => locale.help_seal_mandate_sealer_name(),
        "seal.mandate.from" => locale.help_seal_mandate_from(),
        "seal.mandate.until" => locale.help_seal_mandate_until(),
        "seal.mandate.out" => locale.help_seal_mandate_out(),
        "seal.stop" => locale.help_seal_stop(),
        "seal.stop.reason" => locale.help_seal_stop_reason(),
        "seal.stop.seal" => locale.help_seal_stop_seal(),
        "seal.start" => locale.help_seal_start(),
        "seal.start.reason" => locale.help_seal_start_reason(),
        "seal.start.seal" => locale.help_seal_start_seal(),
        "config" => locale.help_config(),
        "config.check" => locale.help_config_check(),
        "trust" => locale.trust_help(),
        "trust.update" => locale.trust_help_update(),
        "trust.update.json" => locale.trust_help_json(),
        "trust.show" => locale.trust_help_show(),
        "trust.show.certificate" => locale.trust_help_certificate(),
        "trust.show.at" => locale.trust_help_at(),
        "trust.show.json" => locale.trust_help_json(),
        "vocab" => locale.vocab_help(),
        "vocab.list" => locale.vocab_help_list(),
        "vocab.list.scheme" => locale.vocab_help_scheme_listed(),
        "vocab.find" => locale.vocab_help_find(),
        "vocab.find.words" => locale.vocab_help_words(),
        "vocab.find.scheme" => locale.vocab_help_scheme(),
        "vocab.find.language" => locale.vocab_help_language(),
        "vocab.check" => locale.vocab_help_check(),
        "vocab.check.uris" => locale.vocab_help_uris(),
        "vocab.list.json" | "vocab.find.json" | "vocab.check.json" => locale.vocab_help_json(),
        "doctor" => locale.help_doctor(),
        "credential" => locale.credential_help(),
        "credential.compose" => locale.credential_help_compose(),
        "credential.compose.award" => locale.credential_help_award(),
        "credential.compose.at" => locale.credential_help_at(),
        "credential.compose.json" => locale.credential_help_compose_json(),
        "credential.explain" => locale.credential_help_explain(),
        "credential.explain.file" => locale.credential_help_file(),
        "credential.explain.json" => locale.help_fsck_json(),
        "credential.diff" => locale.credential_help_diff(),
        "credential.diff.before" => locale.credential_help_before(),
        "credential.diff.after" => locale.credential_help_after(),
        "credential.diff.json" => locale.help_fsck_json(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use clap::CommandFactory;
    use signet_console::{help::value_name, misuse::told};
    use signet_record::Language;

    use super::*;
    use crate::cli::Cli;

    fn silent(command: &Command, path: &str, found: &mut Vec<String>) {
        for arg in command.get_arguments().filter(|arg| !arg.is_hide_set()) {
            if arg.get_help().is_none_or(|help| help.to_string().is_empty()) {
                found.push(format!("{path} {}", arg.get_id()));
            }
        }
        for inner in command.get_subcommands().filter(|inner| !inner.is_hide_set()) {
            if inner.get_about().is_none_or(|about| about.to_string().is_empty()) {
                found.push(inner.get_name().to_owned());
            }
            silent(inner, inner.get_name(), found);
        }
    }

    fn helps(command: &mut Command, found: &mut Vec<(String, String)>) {
        found.push((command.get_name().to_owned(), command.render_long_help().to_string()));
        for inner in command.get_subcommands_mut() {
            helps(inner, found);
        }
    }

    #[test]
    fn czech_help_has_no_word_of_the_library() {
        let mut found = Vec::new();
        helps(&mut speaking(Cli::command(), Locale::CZECH), &mut found);
        assert!(found.len() > 20);
        for (name, help) in found {
            for word in
                ["ossible values", "default:", "Usage", "OPTIONS", "COMMAND", "Print ", "Options", "<FILE>", "<FOLDER>"]
            {
                assert!(!help.contains(word), "{word} in the help of {name}:\n{help}");
            }
        }
    }

    /// Every name of a value, but those that are the same in any language.
    fn value_names(command: &Command, found: &mut Vec<String>) {
        let valued = command.get_arguments().filter(|arg| arg.get_action().takes_values());
        found.extend(valued.filter_map(|arg| arg.get_value_names()).flatten().map(ToString::to_string));
        found.retain(|name| !["A", "B", "ID", "ROLE", "SHA-256", "STEP", "TEXT", "URI"].contains(&name.as_str()));
        for inner in command.get_subcommands() {
            value_names(inner, found);
        }
    }

    #[test]
    fn names_of_values_are_czech_as_well() {
        let mut found = Vec::new();
        value_names(&Cli::command(), &mut found);
        found.retain(|name| value_name(name, Locale::CZECH) == *name);
        assert_eq!(found, Vec::<String>::new());
    }

    #[test]
    fn options_come_in_order_of_use_and_those_of_every_command_last() {
        let mut command = speaking(Cli::command(), Locale::CZECH);
        for (name, options) in [
            ("issue", &["--unit", "--results", "--institution", "--check", "--config", "--lang", "--help"][..]),
            ("demo", &["--folder", "--fresh", "--listen", "--config", "--lang", "--help"]),
        ] {
            let inner = command.find_subcommand_mut(name);
            let help = inner.map(|inner| inner.render_help().to_string()).unwrap_or_default();
            let at: Vec<Option<usize>> =
                options.iter().map(|option| help.rfind(&format!("{option} ")).or(help.rfind(option))).collect();
            assert!(at.iter().all(Option::is_some) && at.is_sorted(), "{at:?}\n{help}");
        }
    }

    #[test]
    fn every_command_and_argument_is_explained() {
        for language in Language::ALL {
            let command = speaking(Cli::command(), Locale::new(language));
            command.clone().debug_assert();
            let mut found = Vec::new();
            silent(&command, "", &mut found);
            assert!(found.is_empty(), "{found:?}");
        }
    }

    fn misuse(typed: &[&str], language: Language) -> String {
        let locale = Locale::new(language);
        let error = speaking(Cli::command(), locale).try_get_matches_from(typed).unwrap_err();
        told(&error, locale).unwrap()
    }

    #[test]
    fn each_misuse_is_told_in_czech_with_what_was_typed() {
        let samples: [(&[&str], &[&str]); 9] = [
            (&["signet", "--lang", "de"], &["de", "--lang", "cs, en"]),
            (&["signet", "issue"], &["--unit", "--results"]),
            (&["signet", "isue"], &["isue", "issue"]),
            (&["signet", "serve", "--fress"], &["--fress"]),
            (&["signet", "demo", "--fres"], &["--fres", "--fresh"]),
            (&["signet", "verify", "a.pdf", "--at", "včera"], &["--at", "včera"]),
            (&["signet", "demo", "--listen", "zde"], &["--listen", "zde"]),
            (&["signet", "renew", "x", "--institution", "y"], &["--institution"]),
            (&["signet", "demo", "--folder"], &["--folder"]),
        ];
        for (typed, named) in samples {
            let told = misuse(typed, Language::Cs);
            assert!(named.iter().all(|name| told.contains(name)), "{typed:?}: {told}");
            for word in
                ["error", "Usage", "value", "required", "invalid", "unexpected", "For more", "possible", "[OPTIONS]"]
            {
                assert!(!told.contains(word), "{word} in {told}");
            }
            assert!(misuse(typed, Language::En).contains("use --help"), "{typed:?}");
        }
    }
}
