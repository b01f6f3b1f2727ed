use std::time::Instant;
use readout::codebook::Codebook;
use readout::text::Language;
fn main(){
 for _ in 0..3 {
 let t=Instant::now();
 let b=Codebook::load_default().unwrap(); println!("load {:?}",t.elapsed());
 let t=Instant::now(); b.rules(Language::En).unwrap(); println!("en {:?}",t.elapsed());
 let t=Instant::now(); b.rules(Language::Zh).unwrap(); println!("zh {:?}",t.elapsed());
 let f="/tmp/dev/2022-11-14-bali/us.en.md";
 let r=readout::readout::Readout::load(std::path::Path::new(f)).unwrap();
 let t=Instant::now(); readout::coding::code(r,&b).unwrap(); println!("code en {:?}",t.elapsed());
 let f="/tmp/dev/2022-11-14-bali/cn.zh.md";
 let r=readout::readout::Readout::load(std::path::Path::new(f)).unwrap();
 let t=Instant::now(); readout::coding::code(r,&b).unwrap(); println!("code zh {:?}",t.elapsed());
 }
}
