//! Writes the codebook's TOML files as JSON, which the program reads several times faster at every start.

use std::path::{Path, PathBuf};

fn main() {
    let data = Path::new("src/codebook/data");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    println!("cargo::rerun-if-changed={}", data.display());
    for entry in std::fs::read_dir(data).expect("the codebook's folder") {
        let file = entry.expect("a file of the codebook").path();
        let Some(name) = file.file_stem().filter(|_| file.extension().is_some_and(|e| e == "toml")) else { continue };
        let text = std::fs::read_to_string(&file).expect("a file of the codebook");
        let table: toml::Table = toml::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
        let mut table = table;
        leave_out(&mut table);
        let json = serde_json::to_string(&table).expect("TOML is JSON");
        std::fs::write(out.join(name).with_extension("json"), json).expect("the build's folder takes files");
    }
}

/// Leaves out what no coding needs and only people read: the details of people, and of terms their examples and what they
/// signal. `readout codebook` reads those from the TOML.
fn leave_out(table: &mut toml::Table) {
    let lists = [
        ("concept", "term", &["examples", "signals", "source"][..]),
        ("side", "person", &["office", "level", "from", "to", "gender"]),
    ];
    for (outer, inner, keys) in lists {
        let Some(toml::Value::Array(entries)) = table.get_mut(outer) else { continue };
        let inner = entries.iter_mut().filter_map(|e| e.get_mut(inner)?.as_array_mut()).flatten();
        for entry in inner.filter_map(toml::Value::as_table_mut) {
            for key in keys {
                entry.remove(*key);
            }
        }
    }
}
