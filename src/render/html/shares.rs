//! The share of a topic over time: a drawing with a lane for each side, from the numbers that stand in the tables below it.

use jiff::civil::Date;

use super::blocks::scroll;
use super::figures;
use super::markup::Markup;
use crate::codebook::Codebook;
use crate::render::trace::{as_words, not_raised};
use crate::render::wording;
use crate::text::Language;
use crate::trace::{Entry, Series, Trace};

/// The width of the drawing, in pixels, as all that follows.
const WIDTH: f64 = 760.0;
/// The room for the scale, left of the lanes.
const LEFT: f64 = 34.0;
/// The room right of the last text.
const RIGHT: f64 = 14.0;
/// The height of a lane's scale.
const LANE: f64 = 70.0;
/// The room for a lane's name above it.
const NAME: f64 = 42.0;
/// The room for the years.
const FOOT: f64 = 20.0;
/// How many years or months are named at most.
const TICKS: i32 = 12;

/// How the drawing is read.
const NOTE: &str = "Each stem is a text on its day: the higher, the larger the part of the text's length that stands in \
statements on the topic (a statement on two topics counts half for each); where its end is hollow, all of it is told as another \
side's words. A circle on the line: the text does not raise the \
topic. Broken: the text is known only in fragments, and a circle on the line then says that the topic is not in the quoted \
parts. The figures stand in the tables below.";

/// Draws a topic through the texts of each side; nothing where no text has a day.
pub(super) fn drawing(trace: &Trace, topic: &str, codebook: &Codebook) -> Option<Markup> {
    let days = |series: &'_ Series| series.entries.iter().filter_map(day).collect::<Vec<Date>>();
    let all: Vec<Date> = trace.series.iter().flat_map(days).collect();
    let (first, last) = (*all.iter().min()?, *all.iter().max()?);
    let scale = Scale::new(first, last, highest(trace, topic));
    #[allow(clippy::cast_precision_loss)] // a handful of sides
    let height = trace.series.len() as f64 * (LANE + NAME) + FOOT;
    let sides: Vec<&str> = trace.series.iter().map(|s| s.side.as_str()).collect();
    let mut inside = Markup::default();
    for (at, series) in trace.series.iter().enumerate() {
        #[allow(clippy::cast_precision_loss)]
        let base = (at + 1) as f64 * (LANE + NAME);
        inside.append(&lane(series, topic, base, &scale, codebook, &figures::hue(&sides, series.side.as_str())));
    }
    for (x, label) in scale.ticks() {
        inside.append(&Markup::rendered(format!("<path class=\"tick\" d=\"M{x:.1} {:.0}v4\"/>", height - FOOT)));
        inside.append(&word(x, height - 4.0, "middle", &label));
    }
    let label = format!("{}: share of each text, {first} to {last}", wording::topic(codebook, topic));
    let (wide, high) = (format!("{WIDTH:.0}"), format!("{height:.0}"));
    let mut svg = Markup::default();
    let attributes = [
        ("class", "shares"),
        ("viewBox", &*format!("0 0 {wide} {high}")),
        ("width", &wide),
        ("height", &high),
        ("role", "group"),
        ("aria-label", &label),
    ];
    svg.push_in("svg", &attributes, &inside);
    let mut out = Markup::default();
    out.push_in("p", &[("class", "note")], &Markup::said(NOTE));
    out.append(&scroll("scroll", &format!("Drawing: {label}"), &svg));
    Some(out)
}

/// The day of a text, where its date is one.
fn day(entry: &Entry) -> Option<Date> {
    entry.date.as_deref()?.parse().ok()
}

fn share(entry: &Entry, topic: &str) -> Option<f64> {
    entry.topics.iter().find(|t| t.id == topic).map(|t| t.share)
}

/// The end of the scale: the largest share, up to the next tenth.
fn highest(trace: &Trace, topic: &str) -> f64 {
    let all = trace.series.iter().flat_map(|s| &s.entries).filter_map(|e| share(e, topic));
    (all.fold(0.0, f64::max) * 10.0).ceil().max(1.0) / 10.0
}

/// Where days and shares stand.
struct Scale {
    first: Date,
    last: Date,
    highest: f64,
}

impl Scale {
    fn new(first: Date, last: Date, highest: f64) -> Self {
        Self { first, last, highest }
    }

    #[allow(clippy::cast_precision_loss)] // days of a few thousand years
    fn x(&self, day: Date) -> f64 {
        let days = |to: Date| to.duration_since(self.first).as_hours() as f64 / 24.0;
        let span = days(self.last);
        let part = if span > 0.0 { days(day) / span } else { 0.5 };
        LEFT + 8.0 + part * (WIDTH - LEFT - RIGHT - 8.0)
    }

    /// The first days of years, or of months where there are few years, with their names.
    fn ticks(&self) -> Vec<(f64, String)> {
        let years = i32::from(self.last.year()) - i32::from(self.first.year());
        let months = years * 12 + i32::from(self.last.month()) - i32::from(self.first.month());
        let all: Vec<Date> = if years >= 2 {
            let step = years / TICKS + 1;
            let from =
                (i32::from(self.first.year()) + 1..=i32::from(self.last.year())).step_by(step.unsigned_abs() as usize);
            from.filter_map(|year| Date::new(i16::try_from(year).ok()?, 1, 1).ok()).collect()
        } else {
            let step = months / TICKS + 1;
            let number = |n: i32| {
                let month = i32::from(self.first.month()) - 1 + n;
                let year = i32::from(self.first.year()) + month / 12;
                Date::new(i16::try_from(year).ok()?, i8::try_from(month % 12 + 1).ok()?, 1).ok()
            };
            (1..=months).step_by(step.unsigned_abs() as usize).filter_map(number).collect()
        };
        // A span within one month is named by its first day.
        if all.is_empty() {
            return vec![(self.x(self.first), self.first.to_string())];
        }
        let name = |day: &Date| if years >= 2 { day.year().to_string() } else { day.strftime("%Y-%m").to_string() };
        all.iter().map(|day| (self.x(*day), name(day))).collect()
    }
}

/// Words of the drawing; `anchor` is the side that stands at `x`.
fn word(x: f64, y: f64, anchor: &str, words: &str) -> Markup {
    let mut out = Markup::default();
    let place = [("x", &*format!("{x:.1}")), ("y", &*format!("{y:.1}")), ("text-anchor", anchor)];
    out.push_in("text", &place, &Markup::said(words));
    out
}

fn lane(series: &Series, topic: &str, base: f64, scale: &Scale, codebook: &Codebook, hue: &str) -> Markup {
    let side = codebook.side_name(series.side.as_str(), Language::En);
    let top = base - LANE;
    let mut inside = Markup::rendered(format!(
        "<path class=\"line\" d=\"M{LEFT} {base}H{WIDTH}\"/><path class=\"grid\" d=\"M{LEFT} {top}H{WIDTH}\"/>"
    ));
    let mut name = Markup::default();
    name.push_in("text", &[("class", "name"), ("x", "0"), ("y", &format!("{:.1}", top - 14.0))], &Markup::said(&side));
    inside.append(&name);
    inside.append(&word(LEFT - 5.0, base + 4.0, "end", "0"));
    inside.append(&word(LEFT - 5.0, top + 4.0, "end", &format!("{:.0}%", scale.highest * 100.0)));
    for entry in &series.entries {
        let Some(day) = day(entry) else { continue };
        let x = scale.x(day);
        let known = if entry.fragments { " (known only in fragments)" } else { "" };
        let (said, drawn) = match entry.topic(topic) {
            Some(point) => {
                let y = base - point.share / scale.highest * LANE;
                let class = if entry.fragments { " class=\"broken\"" } else { "" };
                // What is told as another's words alone has a hollow end.
                let end = if point.told.is_some() { " class=\"empty\"" } else { "" };
                let drawn = format!(
                    "<path{class} d=\"M{x:.1} {base}V{y:.1}\"/><circle{end} cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4\"/>"
                );
                let told = point.told.as_ref().map(|side| format!(", all of it {}", as_words(entry, side)));
                (format!("{} of the text{}", wording::percent(point.share), told.unwrap_or_default()), drawn)
            }
            None => {
                let class = if entry.fragments { "empty broken" } else { "empty" };
                (
                    not_raised(entry).to_owned(),
                    format!("<circle class=\"{class}\" cx=\"{x:.1}\" cy=\"{base}\" r=\"3.5\"/>"),
                )
            }
        };
        let mut mark = Markup::default();
        mark.push_in("title", &[], &Markup::plain(&format!("{side}, {day}, {}: {said}{known}", entry.meeting)));
        mark.append(&Markup::rendered(drawn));
        inside.push_in("g", &[("role", "img")], &mark);
    }
    let mut out = Markup::default();
    out.push_in("g", &[("class", hue)], &inside);
    out
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn ticks(first: Date, last: Date) -> Vec<String> {
        Scale::new(first, last, 0.3).ticks().into_iter().map(|(_, name)| name).collect()
    }

    #[test]
    fn years_are_named_where_there_are_some_and_months_where_not() {
        assert_eq!(ticks(date(2021, 2, 10), date(2024, 4, 2)), ["2022", "2023", "2024"]);
        assert_eq!(ticks(date(2030, 11, 20), date(2031, 2, 1)), ["2030-12", "2031-01", "2031-02"]);
        assert_eq!(ticks(date(2031, 2, 3), date(2031, 2, 9)), ["2031-02-03"]);
        for (first, last) in [(date(1900, 1, 1), date(2100, 1, 1)), (date(-9999, 1, 1), date(9999, 12, 31))] {
            assert!(ticks(first, last).len() <= 13, "{:?}", ticks(first, last));
        }
    }

    #[test]
    fn days_stand_between_the_margins() {
        let scale = Scale::new(date(2021, 1, 1), date(2024, 1, 1), 0.3);
        assert!(scale.x(date(2021, 1, 1)) > LEFT && scale.x(date(2024, 1, 1)) < WIDTH);
        let one = Scale::new(date(2021, 1, 1), date(2021, 1, 1), 0.3);
        assert!((one.x(date(2021, 1, 1)) - WIDTH / 2.0).abs() < WIDTH / 8.0);
    }
}
