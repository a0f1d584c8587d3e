//! Every request we answer: public pages, the holder's, the study department's, the API. Decides no rule of the domain.

mod asset;
mod frame;
mod holder;
mod public;
mod staff;
mod view;

#[cfg(test)]
mod gallery;
