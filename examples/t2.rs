use readout::codebook::Codebook;
use readout::text::Language;
fn main(){ let b=Codebook::load_default().unwrap(); b.rules(Language::En).unwrap(); }
