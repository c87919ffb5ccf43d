//! Day and time of collection, where they have columns of their own.

/// Writes day and time together into `joined`; nothing where they do not go together.
pub(super) fn join(day: &str, time: &str, joined: &mut String) {
    let (day, time) = (day.trim(), time.trim());
    // Midnight beside a time is a day.
    let day = [" 00:00:00", "T00:00:00", " 00:00"]
        .iter()
        .find_map(|midnight| day.strip_suffix(midnight))
        .unwrap_or(day);
    if day.is_empty() || day.contains(':') {
        return;
    }
    // A time may have the day, or one that stands for none, in front of it.
    let (own_day, clock) = match time.rsplit_once([' ', 'T']) {
        Some((own, clock)) if own.contains(['-', '/', '.']) && clock.contains(':') => (own, clock),
        _ => ("", time),
    };
    let none = ["", day, "1899-12-30", "1900-01-01", "1970-01-01"];
    if !none.contains(&own_day) {
        return;
    }
    let hours_and_minutes;
    let clock = match clock.contains(':') {
        true => clock,
        false => match clock_of(clock) {
            Some((hour, minute)) => {
                hours_and_minutes = format!("{hour:02}:{minute:02}");
                &hours_and_minutes
            }
            None => return,
        },
    };
    joined.push_str(day);
    joined.push(' ');
    joined.push_str(clock);
}

/// Hour and minute of `7.15`, `07h15` and `0715`.
fn clock_of(text: &str) -> Option<(u8, u8)> {
    let parts = match text.find(['.', 'h', 'H']) {
        Some(at) => (&text[..at], &text[at + 1..]),
        None => text.split_at_checked(text.len().checked_sub(2)?)?,
    };
    let number = |text: &str| {
        let digits = (1..=2).contains(&text.len()) && text.bytes().all(|c| c.is_ascii_digit());
        digits.then(|| text.parse::<u8>().ok())?
    };
    let (hour, minute) = (number(parts.0)?, number(parts.1)?);
    (hour < 24 && minute < 60).then_some((hour, minute))
}
