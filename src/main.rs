//! Becomes the WebAssembly of the widget: links the exports that the loader calls.

use model_compare as _;

fn main() {}
