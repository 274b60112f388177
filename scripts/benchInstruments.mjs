// These functions run in the page before its own scripts, so none may use anything from outside of itself.

/** `bench.readyAt`; `window.benchReady`, where the benchmark has put one, is called then. */
function noteReady(bench) {
  let sayso;
  Object.defineProperty(window, 'sayso', {
    configurable: true,
    get: () => sayso,
    set(api) {
      sayso = api;
      const note = () => {
        bench.readyAt = performance.now();
        return window.benchReady?.();
      };
      void api.ready.then(note);
    },
  });
}

/** `bench.draws`: Cytoscape clears a layer before it draws it. While `bench.isTracing`, a mark for each frame with one. */
function countDraws(bench) {
  let marked = null;
  const clearRect = Reflect.get(CanvasRenderingContext2D.prototype, 'clearRect');
  CanvasRenderingContext2D.prototype.clearRect = function clear(...box) {
    bench.draws += 1;
    // Not each: a mark costs 20 µs, and Cytoscape clears dozens of textures a frame.
    if (bench.isTracing && marked !== document.timeline.currentTime) {
      marked = document.timeline.currentTime;
      performance.mark('bench:draw');
    }
    return Reflect.apply(clearRect, this, box);
  };
}

/** `bench.tasks`: those of more than 50 ms. `bench.events`: from pointer and key events to what was presented next. */
function noteEntries(bench) {
  const collect = (list, options) => {
    new PerformanceObserver((entries) => list.push(...entries.getEntries())).observe(options);
  };
  collect(bench.tasks, { type: 'longtask', buffered: true });
  collect(bench.events, { type: 'event', durationThreshold: 16 });
}

/**
 * `bench.pictureAt`, one frame after the whole picture was there to be drawn, and `bench.isAtOnce`, whether that was so in
 * the first frame that had any of the page. No frame comes while a style sheet is awaited.
 */
function watchPicture(bench) {
  const look = () => {
    const root = document.getElementById('root');
    const svg = document.querySelector('.first-picture svg');
    const isWhole = svg?.getBoundingClientRect().width > 0 && document.getElementById('details') !== null;
    if (root) bench.isAtOnce ??= isWhole;
    requestAnimationFrame(() => {
      if (isWhole) bench.pictureAt = performance.now();
      else look();
    });
  };
  requestAnimationFrame(look);
}

/** `bench.expectClick(name)` → `bench.answer`: from the release of the pointer to the heading and the redrawn canvas. */
function watchClicks(bench) {
  bench.expectClick = (name) => {
    bench.answer = new Promise((resolve) => {
      const released = ({ timeStamp }) => {
        const before = bench.draws;
        const look = () => {
          const heading = document.querySelector('#details h2')?.textContent ?? '';
          if (bench.draws === before || !heading.includes(name)) return requestAnimationFrame(look);
          return requestAnimationFrame(() => {
            const at = performance.now();
            resolve({ from: timeStamp, at, ms: at - timeStamp });
          });
        };
        requestAnimationFrame(look);
      };
      window.addEventListener('pointerup', released, { capture: true, once: true });
    });
  };
}

/**
 * `bench.expectKey(value)` → `bench.answer`: from a key to the last change of the results that it causes; three frames
 * without a further one tell that it was the last. `first` is the first result's name.
 */
function watchKeys(bench) {
  const isList = (node) => node.matches?.('[role=listbox]') || node.querySelector?.('[role=listbox]');
  const isResult = ({ target, addedNodes }) =>
    (target.closest ? target : target.parentElement)?.closest('[role=listbox]') || [...addedNodes].some(isList);
  const follow = (value, from, resolve) => {
    let [frames, at, quiet, isChanged] = [0, null, 0, false];
    const observer = new MutationObserver((changes) => {
      isChanged ||= changes.some(isResult);
    });
    observer.observe(document.body, { childList: true, characterData: true, subtree: true });
    const look = () => {
      frames += 1;
      const list = document.querySelector('[role=listbox]');
      const isThere = !isChanged && list?.checkVisibility() === true && document.activeElement?.value === value;
      isChanged = false;
      if (!isThere) [at, quiet] = [null, 0];
      else if (at === null && frames > 1) at = performance.now();
      else quiet += 1;
      if (at === null || quiet < 3) return requestAnimationFrame(look);
      observer.disconnect();
      return resolve({ from, at, ms: at - from, first: list.querySelector('.hit-label')?.textContent ?? null });
    };
    requestAnimationFrame(look);
  };
  bench.expectKey = (value) => {
    bench.answer = new Promise((resolve) => {
      const pressed = ({ timeStamp }) => follow(value, timeStamp, resolve);
      window.addEventListener('keydown', pressed, { capture: true, once: true });
    });
  };
}

const PARTS = [noteReady, countDraws, noteEntries, watchPicture, watchClicks, watchKeys];

/**
 * A script that only listens and notes times, ms since the navigation began, on `window.bench`. "Painted" is two animation
 * frames after a change, when the frame that holds it has left the main thread; a slow rasteriser may show it later, so
 * `bench.events` has the browser's own times until presentation, in steps of 8 ms.
 */
export const INSTRUMENTS = `{
  const bench = { readyAt: null, pictureAt: null, isAtOnce: null, isTracing: false, draws: 0, tasks: [], events: [], answer: null };
  window.bench = bench;
  ${PARTS.map((part) => `(${part})(bench);`).join('\n')}
}`;
