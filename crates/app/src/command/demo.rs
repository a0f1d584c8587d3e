//! `signet demo`: a test register with fictional institutions, issued and served on this machine.

use std::{
    fs,
    net::SocketAddr,
    path::{Path, PathBuf},
    sync::Arc,
};

use serde::Serialize;
use signet_access::{Action, Actor};
use signet_issue::{ProposalContext, ProposalOutcome, RegisteredInstitution};
use signet_lang::Locale;
use signet_offering::UnitDraft;
use signet_record::{
    CredentialId, Holder, HolderFields, Institution, Line, Mandate, SealingIssuer, Unit, UnitId,
    institution_file::{self, InstitutionFile},
    results::{self, ResultRow},
    unit_file,
};
use signet_registry::{Reason, Revoked, SealedFile, Status};
use signet_share::ShareKind;
use signet_store::Tenant;
use signet_web::StaffLinks;
use tokio::net::TcpListener;

use super::{
    export,
    import::{self, InstitutionSource},
    issue, login_link, serve,
};
use crate::{
    cli::DemoArgs,
    config::Config,
    demo::{
        authority::{CertificateSubject, SEAL_NAME, STATEMENTS_NAME, TestAuthority, TestSeal},
        courses,
        data::{self, DemoCourse, DemoFile},
        mandate, people, revocation, runs, units,
    },
    examine,
    exit::{CommandError, Exit},
    log,
    operator::CommandLineUser,
    services::Services,
    terminal::say,
};

/// Its presence says that a folder is a demonstration's, and may be thrown away by the next.
const MARKER: &str = ".signet-demo";
/// The holder whose pages the demonstration opens: several credentials, a full name, titles.
const HOLDER: &str = "HD-10001";
const UNIVERSITY: &str = "horni-dolni";
/// Makes what is missing, then serves.
pub async fn run(args: &DemoArgs, locale: Locale) -> Result<Exit, CommandError> {
    let folder = prepare(args, locale)?;
    let config_file = folder.join("signet.toml");
    let kept = match config_file.exists() {
        true => Some(Config::read(&config_file).map_err(|faults| super::config_stop(&faults, locale))?),
        false => None,
    };
    // The address of the first run again, so that links and codes in its documents still lead here.
    let wanted = kept.map_or(args.listen, |config| config.server.listen);
    let place = Place::take(wanted, args.no_serve, locale).await?;
    if !config_file.exists() {
        write_authority(&folder, place.address)?;
        fs::write(&config_file, settings(place.address))?;
    }
    write_data(&folder)?;
    revocation::write(&folder, signet_issue::Clock::System.now())?;
    let config = Config::read(&config_file).map_err(|faults| super::config_stop(&faults, locale))?;
    log::start(&config.log);
    let examined = examine::settings(&config, locale)?;
    let services = Services::join(config, examined, CommandLineUser::for_test("demo"), locale).await?;
    fill(&services, &folder, locale).await?;
    let management = match place.listener {
        Some(_) => serve::management(&services.config.server, locale).await?,
        None => None,
    };
    let welcome = welcome(&services, &folder, locale).await?;
    welcome.tell(args, locale)?;
    match place.listener {
        None => Ok(Exit::Success),
        Some(listener) => {
            let university = services.issuer.store().tenant(&UNIVERSITY.parse()?);
            let (entrance, lists) =
                (people::entrance(&services, &university, locale).await?, revocation::routes(&folder)?);
            let more = |held: &signet_web::AppState| lists.merge(signet_web::enter_routes(held, entrance));
            serve::beside(services, listener, management, StaffLinks::Always, more, locale).await
        }
    }
}

/// The folder, empty or a demonstration's. Anything else is left alone.
fn prepare(args: &DemoArgs, locale: Locale) -> Result<PathBuf, CommandError> {
    let folder = &args.folder;
    let ours = folder.join(MARKER).exists();
    let occupied = fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some());
    if occupied && !ours {
        return Err(CommandError::new(Exit::Usage, locale.app_demo_occupied(folder.display().to_string())));
    }
    if ours && args.fresh {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    fs::write(folder.join(MARKER), "")?;
    Ok(fs::canonicalize(folder)?)
}

/// Where the demonstration is, or will be, to be had.
struct Place {
    address: SocketAddr,
    /// Taken only to be served at.
    listener: Option<TcpListener>,
}

impl Place {
    async fn take(wanted: SocketAddr, no_serve: bool, locale: Locale) -> Result<Self, CommandError> {
        if no_serve {
            // Links need an address that can be served at later; which port will be free then, nobody knows.
            let port = if wanted.port() == 0 { DemoArgs::PORT } else { wanted.port() };
            return Ok(Place { address: SocketAddr::new(wanted.ip(), port), listener: None });
        }
        let listener = serve::listen(wanted, locale).await?;
        Ok(Place { address: listener.local_addr()?, listener: Some(listener) })
    }
}

fn settings(address: SocketAddr) -> String {
    let seals: String = ["horni-dolni", "narodni-pecetni-sprava"]
        .map(|name| {
            format!("[[seal]]\nkey = \"seals/{name}.key.pem\"\nchain = \"seals/{name}.chain.pem\"\ntest = true\n\n")
        })
        .concat()
        + "[attestation]\nkey = \"seals/attestation.key.pem\"\nchain = \"seals/attestation.chain.pem\"\n\n";
    format!(
        "# Settings of a demonstration: everything sealed here is a test.\n\n\
         [store]\ndatabase = \"sqlite:register.db\"\nartefacts = \"artefacts\"\nlink_key = \"link.key\"\n\n\
         [server]\nlisten = \"{address}\"\ncontact = \"podpora@signet.example\"\n\n{seals}\
         [trust]\nlists = \"none\"\ntest_anchors = [\"seals/root.pem\"]\n\n\
         [outbound]\nreach = \"loopback\"\n\n\
         [log]\nfilter = \"warn\"\n"
    )
}

fn write_authority(folder: &Path, address: SocketAddr) -> Result<(), CommandError> {
    let seals = folder.join("seals");
    fs::create_dir_all(&seals)?;
    let today = signet_lang::when::day_in_prague(signet_issue::Clock::System.now());
    let authority = TestAuthority::new(today, Some(&revocation::address(&format!("http://{address}"))))?;
    revocation::keep(&authority, &seals, secret)?;
    let files = institutions(None)?;
    for file in &files {
        let institution = &file.institution;
        let seal = test_key(&authority, institution, SEAL_NAME)?;
        if let Some(by) = &file.sealed_by {
            // Its key is thrown away: the one thing it seals is that another body seals for it.
            let other = files.iter().find(|other| other.institution.id == by.issuer);
            let other = other.ok_or_else(|| CommandError::new(Exit::Software, by.issuer.to_string()))?;
            let now = signet_issue::Clock::System.now();
            let sealed = mandate::seal(institution, &other.institution, &seal, now)?;
            let beside = folder.join("data").join("institutions");
            fs::create_dir_all(&beside)?;
            fs::write(beside.join(format!("{}.povereni.json", institution.id)), sealed)?;
            continue;
        }
        let name = institution.id.as_str();
        secret(&seals.join(format!("{name}.key.pem")), &seal.key_pem)?;
        fs::write(seals.join(format!("{name}.chain.pem")), seal.chain_pem)?;
    }
    // Statements about records are signed by a key of their own, in the name of the body that operates the demonstration.
    if let Some(operator) = files.first() {
        let attestation = test_key(&authority, &operator.institution, STATEMENTS_NAME)?;
        secret(&seals.join("attestation.key.pem"), &attestation.key_pem)?;
        fs::write(seals.join("attestation.chain.pem"), attestation.chain_pem)?;
    }
    fs::write(seals.join("root.pem"), authority.root_pem())?;
    Ok(())
}

/// A key with a certificate for an institution under the test authority.
fn test_key(authority: &TestAuthority, institution: &Institution, common_name: &str) -> Result<TestSeal, CommandError> {
    let sealer = CertificateSubject {
        organization: institution.legal_name.text(signet_record::Language::Cs),
        common_name,
        identifier: &institution.eidas_identifier.to_string(),
        country: institution.country.alpha2(),
    };
    Ok(authority.seal(&sealer)?)
}

/// A file for this account alone.
fn secret(path: &Path, text: &str) -> Result<(), CommandError> {
    use std::{io::Write, os::unix::fs::OpenOptionsExt};
    let mut file = fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path)?;
    file.write_all(text.as_bytes())?;
    Ok(())
}

/// The same files as a university would write them, to try the command line with.
fn write_data(folder: &Path) -> Result<(), CommandError> {
    let courses = data::COURSES.iter().flat_map(|course| [course.unit, course.results]);
    for file in data::INSTITUTIONS.into_iter().chain(data::EMBLEMS).chain([data::MISTAKES]).chain(courses) {
        let path = folder.join("data").join(file.path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(path, file.bytes)?;
    }
    Ok(())
}

/// The institutions, with the mandates that stand in the folder; without one, with none that says anything.
fn institutions(folder: Option<&Path>) -> Result<Vec<InstitutionFile>, CommandError> {
    data::INSTITUTIONS.iter().map(|file| institution(file, folder)).collect()
}

fn institution(file: &DemoFile, folder: Option<&Path>) -> Result<InstitutionFile, CommandError> {
    let beside = |name: &str| {
        if name.ends_with(".json") {
            let Some(folder) = folder else { return Some(b"{}".to_vec()) };
            return fs::read(folder.join("data").join("institutions").join(name)).ok();
        }
        let found = data::EMBLEMS.iter().find(|emblem| emblem.path.ends_with(&format!("/{name}")));
        found.map(|emblem| emblem.bytes.to_vec())
    };
    institution_file::parse(file.bytes, beside).map_err(|_| CommandError::new(Exit::Software, file.path))
}

/// Issues everything that is not issued yet, corrects one and revokes one.
async fn fill(services: &Services, folder: &Path, locale: Locale) -> Result<(), CommandError> {
    let file = |file| InstitutionSource { file, sealed_mandate: None };
    let sources: Vec<InstitutionSource> = institutions(Some(folder))?.into_iter().map(file).collect();
    let changes = import::institution_changes(services, &sources, locale).await?;
    import::put_institutions(services, &changes, locale).await?;
    let store = services.issuer.store();
    let mut issued = Vec::new();
    for course in &data::COURSES {
        let tenant = store.tenant(&course.institution.parse()?);
        let taken = take(services, &tenant, course, locale).await?;
        issued.push((tenant, taken));
    }
    for (tenant, _) in &issued {
        issue::seal(services, tenant, issue::unobserved(), locale).await?;
    }
    let university = store.tenant(&UNIVERSITY.parse()?);
    let corrected = correct_one(services, &university, locale).await?;
    revoke_one(services, &university, locale).await?;
    for (tenant, taken) in &issued {
        let ids: Vec<CredentialId> = taken.iter().map(|one| one.credential()).collect();
        export::into_folder(services, tenant, &ids, &folder.join("issued"), locale).await?;
    }
    export::into_folder(services, &university, corrected.as_slice(), &folder.join("issued"), locale).await?;
    Ok(())
}

async fn take(
    services: &Services,
    tenant: &Tenant,
    course: &DemoCourse,
    locale: Locale,
) -> Result<Vec<ProposalOutcome>, CommandError> {
    let unit: Unit =
        unit_file::parse(course.unit.bytes).map_err(|_| CommandError::new(Exit::Software, course.unit.path))?;
    import::put_unit(services, tenant, &unit, locale).await?;
    let sheet = results::read(course.results.bytes, &unit, services.issuer.today());
    let registered = services.issuer.registered(tenant).await?;
    let course = ProposalContext { registered, unit: Arc::new(unit), batch: None };
    let mut admitted = services.authorizer(locale).admit(tenant, &course.unit.id, sheet.rows).await?.admitted;
    let mut taken = Vec::new();
    // Of those that are sealed by mandate the first only says so: it shows what a verifier tells then.
    if let Some(registered) = without_proof(&course.registered) {
        let rest = admitted.split_off(admitted.len().min(1));
        let first = std::mem::replace(&mut admitted, rest);
        let course = ProposalContext { registered, ..course.clone() };
        taken = services.issuer.propose(tenant, &course, first, &issue::unobserved()).await?;
    }
    taken.extend(services.issuer.propose(tenant, &course, admitted, &issue::unobserved()).await?);
    Ok(taken)
}

/// The same institution as if it had not sealed its mandate; `None` of one that has none.
fn without_proof(registered: &RegisteredInstitution) -> Option<RegisteredInstitution> {
    let SealingIssuer::Mandated { issuer, mandate } = &*registered.sealing else { return None };
    mandate.sealed.as_ref()?;
    let mandate = Mandate { sealed: None, ..mandate.clone() };
    let sealing = Arc::new(SealingIssuer::Mandated { issuer: issuer.clone(), mandate });
    Some(RegisteredInstitution { institution: Arc::clone(&registered.institution), sealing, rules: registered.rules })
}

/// The first person of a unit, with that person's row as it was issued.
async fn first_of(
    services: &Services,
    tenant: &Tenant,
    unit: &str,
) -> Result<Option<(CredentialId, ResultRow)>, CommandError> {
    let unit = services.issuer.unit(tenant, &unit.parse::<UnitId>()?).await?;
    let Some(course) = data::COURSES.iter().find(|course| course.unit.path.ends_with(&format!("/{}.toml", unit.id)))
    else {
        return Ok(None);
    };
    let sheet = results::read(course.results.bytes, &unit, services.issuer.today());
    let Some(row) = sheet.rows.into_iter().last() else { return Ok(None) };
    let credentials = tenant.credentials_of(&row.holder.person).await?;
    let of_unit = credentials.into_iter().find(|one| one.key.unit == unit.id && one.key.revision == 0);
    Ok(of_unit.map(|one| (one.id, row)))
}

async fn correct_one(
    services: &Services,
    tenant: &Tenant,
    locale: Locale,
) -> Result<Option<CredentialId>, CommandError> {
    let Some((id, row)) = first_of(services, tenant, "personal-data").await? else { return Ok(None) };
    let Some(standing) = tenant.credential(&id).await? else { return Ok(None) };
    if standing.status != Status::Valid || !standing.is_sealed() {
        return Ok(None);
    }
    let fields = HolderFields { titles_after: Some(Line::new("MBA")?), ..(*row.holder).clone() };
    let row = ResultRow { holder: Holder::new(fields)?, ..row };
    let permit = services.authorizer(locale).permit_for(tenant, Action::CorrectCredential, &standing).await?;
    let corrected = services.issuer.correct(tenant, id, &row, None, permit).await?;
    issue::seal(services, tenant, issue::unobserved(), locale).await?;
    Ok(Some(corrected))
}

async fn revoke_one(services: &Services, tenant: &Tenant, locale: Locale) -> Result<(), CommandError> {
    let Some((id, _)) = first_of(services, tenant, "computer-security").await? else { return Ok(()) };
    let standing = tenant.credential(&id).await?;
    if let Some(standing) = standing.filter(|one| one.status == Status::Valid) {
        let revoked = Revoked::new(Reason::ResultAnnulled, None, services.issuer.today())?;
        let permit = services.authorizer(locale).permit_for(tenant, Action::RevokeCredential, &standing).await?;
        services.issuer.revoke(tenant, id, revoked, permit).await?;
    }
    Ok(())
}

#[derive(Serialize)]
struct Links {
    holder: String,
    verifier: String,
    registrar: String,
}

#[derive(Serialize)]
struct Welcome {
    address: String,
    catalogue: String,
    /// The page on which anybody enters as anybody.
    enter: String,
    verify: String,
    folder: PathBuf,
    anchors: PathBuf,
    links: Links,
    /// Verifies one file under the demonstration's root, named for that look only.
    example: Option<String>,
}

/// The text that units of the demonstration begin with: that of its first course.
fn sample_text() -> Result<UnitDraft, CommandError> {
    Ok(UnitDraft::of(&sample_unit()?))
}

/// The first course of the demonstration.
fn sample_unit() -> Result<Unit, CommandError> {
    let course = data::COURSES.first().ok_or_else(|| CommandError::new(Exit::Software, UNIVERSITY))?;
    match unit_file::parse(course.unit.bytes) {
        Ok(unit) => Ok(unit),
        Err(_) => Err(CommandError::new(Exit::Software, course.unit.path)),
    }
}

/// Describes the courses that nobody has finished yet, and plans their runs. What is there already stays as it is.
async fn offer_courses(services: &Services, locale: Locale) -> Result<(), CommandError> {
    for course in courses::offered(&sample_unit()?, services.issuer.today())? {
        let tenant = services.issuer.store().tenant(&course.institution);
        if tenant.newest_unit(&course.unit.id).await?.is_none() {
            import::put_unit(services, &tenant, &course.unit, locale).await?;
            course.plan(services, &tenant).await?;
        }
    }
    Ok(())
}

/// One link for each role, and what anybody may look at.
async fn welcome(services: &Services, folder: &Path, locale: Locale) -> Result<Welcome, CommandError> {
    let issuer = &services.issuer;
    let tenant = issuer.store().tenant(&UNIVERSITY.parse()?);
    let language = signet_record::Language::Cs;
    let base = issuer.base_url().as_str().trim_end_matches('/').to_owned();
    let mut verifier = issuer.base_url().to_string();
    let mut example = None;
    let anchors = folder.join("seals").join("root.pem");
    let held = tenant.credentials_of(&HOLDER.parse()?).await?;
    if let Some(first) = held.iter().find(|one| one.status == Status::Valid) {
        if let Some(share) = tenant.shares(&first.id).await?.iter().find(|share| share.kind == ShareKind::Document) {
            verifier = issuer.address(&issuer.link(share.id));
        }
        let files = export::into_folder(services, &tenant, &[first.id], &folder.join("issued"), locale).await?;
        example = files.first().and_then(|first| first.files.get(&SealedFile::Pdf)).map(|pdf| {
            let config = folder.join("signet.toml");
            let [config, anchors, pdf] = [&config, &anchors, pdf].map(|path| quoted(path));
            format!("signet verify --config {config} --anchors {anchors} {pdf}")
        });
    }
    people::employ(services, &tenant, locale).await?;
    units::agree(services, &tenant, &sample_text()?).await?;
    runs::teach(services, &tenant).await?;
    offer_courses(services, locale).await?;
    let university = tenant.id().clone();
    let person = HOLDER.parse()?;
    let holder = Actor::holder(issuer.holder_account(&university, &person), university, person);
    let registrar = people::REGISTRAR.actor(&tenant)?;
    Ok(Welcome {
        catalogue: format!("{base}/catalogue"),
        enter: signet_web::enter_address(&base, locale.language()),
        verify: format!("{base}/verify"),
        address: base,
        folder: folder.to_owned(),
        links: Links {
            holder: login_link::link(services, holder, language, locale).await?,
            verifier,
            registrar: login_link::link(services, registrar, language, locale).await?,
        },
        anchors,
        example,
    })
}

/// A path as a shell takes it for one word: in single quotes, and a quote in it outside of them.
fn quoted(path: &Path) -> String {
    let path = path.display().to_string();
    let is_plain = path.chars().all(|c| c.is_ascii_alphanumeric() || "/._-".contains(c));
    if is_plain { path } else { format!("'{}'", path.replace('\'', r"'\''")) }
}

impl Welcome {
    fn tell(&self, args: &DemoArgs, locale: Locale) -> Result<(), CommandError> {
        if args.json {
            say!("{}", serde_json::to_string(self)?);
            return Ok(());
        }
        if args.no_serve {
            say!("{}", locale.app_demo_made(&self.address));
            say!("  signet demo --folder {}\n", quoted(&self.folder));
        } else {
            say!("{}\n", locale.app_demo_ready(&self.address));
            say!("  {}\n    {}", locale.app_demo_enter(), self.enter);
        }
        say!("  {}\n    {}", locale.app_demo_holder(), self.links.holder);
        say!("  {}\n    {}", locale.app_demo_verifier(), self.links.verifier);
        say!("  {}\n    {}", locale.app_demo_registrar(), self.links.registrar);
        say!("  {}\n    {}", locale.app_demo_catalogue(), self.catalogue);
        say!("  {}\n    {}", locale.app_demo_verify(), self.verify);
        say!();
        say!("  {}\n    {}", locale.app_demo_files(), self.folder.join("issued").display());
        say!("  {}\n    {}", locale.app_demo_data(), self.folder.join("data").display());
        if let Some(example) = &self.example {
            say!("  {}\n    {example}", locale.app_demo_example());
        }
        say!("\n{}", locale.app_demo_test());
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_one_word_to_a_shell() {
        assert_eq!(quoted(Path::new("demo/signet.toml")), "demo/signet.toml");
        assert_eq!(quoted(Path::new("demo/=1+1 $(x).pdf")), "'demo/=1+1 $(x).pdf'");
        assert_eq!(quoted(Path::new("O'Neill.pdf")), r"'O'\''Neill.pdf'");
    }
}
