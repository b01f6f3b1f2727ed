//! Work on many things at once, with the results in the order of the things.

use std::num::NonZeroUsize;
use std::sync::mpsc::sync_channel;
use std::thread;

/// How many results of one thread may wait until those before them are taken.
const WAITING: usize = 8;

/// Does `work` on every item, on so many threads, and hands the results to `take` in the order of the items, whatever
/// the number of threads. Only a few results wait at a time, so that memory does not grow with the number of items.
///
/// ```
/// use std::num::NonZeroUsize;
///
/// let mut seen = Vec::new();
/// let four = NonZeroUsize::new(4).unwrap_or(NonZeroUsize::MIN);
/// readout::ordered::map(&[1, 2, 3, 4, 5], four, |n| n * n, |square| {
///     seen.push(square);
///     Ok::<(), ()>(())
/// })?;
/// assert_eq!(seen, [1, 4, 9, 16, 25]);
/// # Ok::<(), ()>(())
/// ```
///
/// # Errors
/// The first error of `take`, after which no more results are taken.
///
/// # Panics
/// When `work` does.
pub fn map<I: Sync, R: Send, E>(
    items: &[I],
    threads: NonZeroUsize,
    work: impl Fn(&I) -> R + Sync,
    mut take: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E> {
    let threads = threads.get().min(items.len());
    if threads < 2 {
        return items.iter().try_for_each(|item| take(work(item)));
    }
    let work = &work;
    thread::scope(|scope| {
        // Each thread has every so-many-th item, so that the next result is always that of the next thread.
        let thread = |first: usize| {
            let (send, results) = sync_channel(WAITING);
            scope.spawn(move || {
                // Nobody takes results any more when `take` has failed.
                items.iter().skip(first).step_by(threads).try_for_each(|item| send.send(work(item)))
            });
            results
        };
        let results: Vec<_> = (0..threads).map(thread).collect();
        for at in 0..items.len() {
            // A thread that sends nothing more has panicked, which the scope passes on.
            let Ok(result) = results[at % threads].recv() else { break };
            take(result)?;
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const THREE: NonZeroUsize = NonZeroUsize::new(3).expect("three is not zero");

    #[test]
    fn an_error_ends_the_work() {
        let items: Vec<usize> = (0..10_000).collect();
        let mut taken = 0;
        let result = map(
            &items,
            THREE,
            |n| *n,
            |n| {
                taken += 1;
                if n == 5 { Err("five") } else { Ok(()) }
            },
        );
        assert_eq!((result, taken), (Err("five"), 6));
    }

    #[test]
    fn slow_items_keep_their_place() {
        let items: Vec<u64> = (0..60).collect();
        let work = |n: &u64| {
            std::thread::sleep(std::time::Duration::from_millis(n % 7));
            *n
        };
        for threads in [1, 2, 3, 100].map(|n| NonZeroUsize::new(n).expect("not zero")) {
            let mut seen = Vec::new();
            map(&items, threads, work, |n| {
                seen.push(n);
                Ok::<(), ()>(())
            })
            .expect("nothing fails");
            assert_eq!(seen, items);
        }
    }

    #[test]
    #[should_panic(expected = "a scoped thread panicked")]
    fn a_panic_is_no_silence() {
        let _ = map(&[1, 2, 3, 4], THREE, |n| assert_ne!(*n, 3), |()| Ok::<(), ()>(()));
    }
}
