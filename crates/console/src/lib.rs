//! What the programs have in common on a terminal: the language of whoever sits there, help and misuse in it, exit codes, and what is wrong with
//! a file. Beside the binary's settings, the only reader of the environment.

mod exit;
pub mod file;
pub mod help;
pub mod misuse;
mod stop;
pub mod terminal;

pub use exit::Exit;
pub use stop::Stop;
pub use terminal::LanguageChoice;
