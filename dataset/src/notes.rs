use crate::folder::File;
use compare::catalog::{Place, Problem};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// A byte of a file; at first the first byte of the first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Spot {
    /// Position of the file among those opened.
    pub(crate) file: usize,
    /// Position of the byte.
    pub(crate) at: usize,
}

impl File {
    pub(crate) fn spot(&self, at: usize) -> Spot {
        Spot { file: self.number, at }
    }
}

/// What is noted while files are read, for the checks that come after.
#[derive(Default)]
pub(crate) struct Notes {
    pub(crate) faults: Vec<(Spot, String)>,
    /// Where the file begins of which the root is read.
    root: Spot,
    /// Where each thing that was read stands.
    pub(crate) spots: BTreeMap<Place, Spot>,
    /// Tables of which a key was refused: what they seem to lack may have been meant by it.
    pub(crate) doubtful: BTreeSet<Place>,
}

impl Notes {
    /// Notes on things whose root is a file.
    pub(crate) fn of(file: &File) -> Self {
        Self { root: file.spot(0), ..Self::default() }
    }

    pub(crate) fn fault(&mut self, spot: Spot, message: &dyn fmt::Display) {
        self.faults.push((spot, message.to_string()));
    }

    /// Notes that something needed is not there, unless a refused key of the table was meant as it.
    pub(crate) fn lacks(&mut self, place: &Place, what: &'static str, mend: &'static str) {
        if !self.doubtful.contains(place) {
            self.fault(self.spot(place), &Problem::Lacks { what, mend });
        }
    }

    /// Where a place stands, or else the nearest that it is in.
    pub(crate) fn spot(&self, place: &Place) -> Spot {
        let mut place = place.clone();
        while !place.0.is_empty() {
            if let Some(&spot) = self.spots.get(&place) {
                return spot;
            }
            place.0.pop();
        }
        self.root
    }
}
