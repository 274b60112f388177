import { timelineText } from '../../words/timelineText.ts';
import { type Player, SPEEDS, type Speed } from './usePlayer.ts';
import type { PublicClock } from './usePublicClock.ts';

/** Asked when it is drawn: who changes the setting while the tab is open sees it at the next step. */
const isCalm = (): boolean => window.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;

interface PlayerControlsProps {
  readonly clock: PublicClock;
  readonly player: Player;
}

const PLAY = 'M4.5 3v10l8-5z';
const PAUSE = 'M4 3h3v10H4zM9 3h3v10H9z';
const BACK = 'M12 3v10L6 8zM4 3h1.5v10H4z';
const FORTH = 'M4 3v10l6-5zM10.5 3H12v10h-1.5z';

function Icon({ path }: { readonly path: string }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

export function PlayerControls({ clock, player }: PlayerControlsProps) {
  const { isPlaying, speed, setSpeed, play, pause } = player;
  const playName = isCalm() ? timelineText.playSteps : timelineText.play;
  return (
    <span className="player" role="group" aria-label={timelineText.player}>
      <button
        type="button"
        className="icon-button"
        aria-label={timelineText.back}
        title={timelineText.back}
        onClick={() => clock.step('previous')}
      >
        <Icon path={BACK} />
      </button>
      <button type="button" className="player-play" onClick={isPlaying ? pause : play}>
        <Icon path={isPlaying ? PAUSE : PLAY} /> {isPlaying ? timelineText.pause : playName}
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={timelineText.forth}
        title={timelineText.forth}
        onClick={() => clock.step('next')}
      >
        <Icon path={FORTH} />
      </button>
      <label className="player-speed">
        <span className="unseen">{timelineText.speed}</span>
        <select value={speed} onChange={(event) => setSpeed(event.target.value as Speed)}>
          {SPEEDS.map((each) => (
            <option key={each} value={each}>
              {timelineText.speeds[each]}
            </option>
          ))}
        </select>
      </label>
    </span>
  );
}
