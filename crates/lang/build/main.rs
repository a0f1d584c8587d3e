//! Turns `locales/{cs,en}/*.ftl` into one method of `Locale` for each message, and its arguments into types. A message that
//! stands in one language only, takes other variables in the other, or chooses among other keys there, stops the build here.

mod args;
mod catalogue;
mod methods;
mod typography;

use std::{
    env, fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
};

use catalogue::{Area, Catalogue};

fn main() -> ExitCode {
    println!("cargo:rerun-if-changed=build");
    println!("cargo:rerun-if-changed=locales/cs");
    println!("cargo:rerun-if-changed=locales/en");
    match generate() {
        Ok(()) => ExitCode::SUCCESS,
        Err(complaints) => {
            for complaint in complaints {
                println!("cargo:error={complaint}");
            }
            ExitCode::FAILURE
        }
    }
}

fn generate() -> Result<(), Vec<String>> {
    let fail = |error: io::Error| vec![error.to_string()];
    let variable = |name: &str| env::var(name).map(PathBuf::from).map_err(|error| vec![format!("{name}: {error}")]);
    let locales = variable("CARGO_MANIFEST_DIR")?.join("locales");
    let cs = areas(&locales.join("cs"), "cs").map_err(fail)?;
    let en = areas(&locales.join("en"), "en").map_err(fail)?;
    let catalogue = Catalogue::join(&cs, &en)?;
    let out = variable("OUT_DIR")?;
    fs::write(out.join("args.rs"), args::source(&catalogue)?).map_err(fail)?;
    fs::write(out.join("messages.rs"), methods::source(&catalogue, &cs, &en)).map_err(fail)
}

/// Every `.ftl` file of one language, in the order of their names.
fn areas(folder: &Path, language: &'static str) -> io::Result<Vec<Area>> {
    let mut paths =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<_>>>()?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "ftl"));
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let text = fs::read_to_string(&path)?;
            // Words of documents stand in sealed data, too, where a space is a space; the layout of documents binds them itself.
            let binds = language == "cs" && name != "document";
            Ok(Area { language, name, text: if binds { typography::bound(&text) } else { text } })
        })
        .collect()
}
