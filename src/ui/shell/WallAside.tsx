import type { ComponentChildren } from 'preact';
import type { Session } from '../../app/models/session-model.ts';
import type { RouteId } from '../../app/router/routes.ts';
import type { Messages } from '../../i18n/messages.ts';
import { useApp } from '../app-context.ts';
import type { IconName } from '../components/Icon.tsx';
import { Icon, Sign } from '../components/Icon.tsx';
import { useWords } from '../words-context.ts';
import './wall-aside.css';

/**
 * What stands on the wall beside a screen before the lock: a picture of what is needed there, or of what becomes of it.
 * A help, never an instruction: where the wall is narrow it is not shown.
 */
export const WallAside = ({ place }: { readonly place: RouteId | null }) => {
  const { wall } = useWords();
  const session = useApp().session.session.value;
  switch (place) {
    case 'create':
      return (
        <Aside title={wall.create.title}>
          <Things
            things={[
              ['clock', wall.create.time],
              ['edit', wall.create.paper],
              ['copy', wall.create.stick],
            ]}
          />
        </Aside>
      );
    case 'kit':
      return (
        <Aside title={wall.kit.title}>
          <Sum left={['record', wall.kit.sheet]} right={['copy', wall.kit.copy]} vault={wall.kit.vault} />
          <p>{wall.kit.why}</p>
        </Aside>
      );
    case 'restore':
      return (
        <Aside title={wall.restore.title}>
          <Sum left={['copy', wall.restore.copy]} right={['key', wall.restore.key]} vault={wall.restore.vault} />
          <p>{wall.restore.why}</p>
        </Aside>
      );
    case 'recover':
      return (
        <Aside title={wall.recover.title}>
          <SheetPicture />
          <p>{wall.recover.why}</p>
        </Aside>
      );
    case 'erase':
      return (
        <Aside title={wall.erase.title}>
          <Things
            things={[
              ['device', wall.erase.gone],
              ['copy', wall.erase.stays],
            ]}
          />
        </Aside>
      );
    default:
      return <AtHome wall={wall} vaults={vaultsOf(session)} />;
  }
};

/** What is known of vaults on this device. Of one that was lost nothing is said here: the screen beside it says it. */
type Vaults = 'locked' | 'none' | 'unknown';

const vaultsOf = (session: Session): Vaults => {
  if (session.at === 'closing') return 'locked';
  if (session.at !== 'closed') return 'unknown';
  const { stores, lost } = session.report;
  if (stores.length > 0) return 'locked';
  return lost.length === 0 ? 'none' : 'unknown';
};

/** A lock is told only where something is locked. */
const AtHome = ({ wall, vaults }: { readonly wall: Messages['wall']; readonly vaults: Vaults }) => {
  const { none, place, unlock } = wall;
  const things: Readonly<Record<Vaults, readonly Thing[]>> = {
    locked: [
      ['device', unlock.here],
      ['lock', unlock.shut],
    ],
    none: [
      ['plus', none.make],
      ['device', place.here],
      ['lock', place.shut],
    ],
    unknown: [
      ['device', place.here],
      ['lock', place.shut],
    ],
  };
  return (
    <Aside title={{ locked: unlock, none, unknown: place }[vaults].title}>
      <Things things={[...things[vaults], ['home', unlock.quiet]]} />
    </Aside>
  );
};

const Aside = (props: { readonly title: string; readonly children: ComponentChildren }) => (
  <div class="wall-aside">
    <p class="wall-aside__title">{props.title}</p>
    {props.children}
  </div>
);

type Thing = readonly [IconName, string];

const Things = ({ things }: { readonly things: readonly Thing[] }) => (
  <ul class="wall-aside__things" role="list">
    {things.map(([icon, text]) => (
      <li key={icon}>
        <span class="wall-aside__round">
          <Icon name={icon} />
        </span>
        <span>{text}</span>
      </li>
    ))}
  </ul>
);

/** One thing and another make the vault: a picture with its words under it, read as a list. */
const Sum = (props: { readonly left: Thing; readonly right: Thing; readonly vault: string }) => (
  <ul class="wall-aside__sum" role="list">
    {[props.left, props.right].map(([icon, text]) => (
      <li key={icon}>
        <span class="wall-aside__round">
          <Icon name={icon} />
        </span>
        <span>{text}</span>
      </li>
    ))}
    <li class="wall-aside__result">
      <span class="wall-aside__sign">
        <Sign />
      </span>
      <span>{props.vault}</span>
    </li>
  </ul>
);

const BOXES = [0, 1, 2, 3, 4, 5, 6];

/** The recovery sheet, small: where on the paper the code stands. */
const SheetPicture = () => (
  <svg class="wall-aside__sheet" viewBox="0 0 120 150" aria-hidden="true" focusable="false">
    <rect class="wall-aside__paper" x="2" y="2" width="116" height="146" rx="5" />
    <path class="wall-aside__ink" d="M12 16h52M12 28h96" />
    {BOXES.map((at) => (
      <rect key={at} class="wall-aside__group" x={12 + (at % 4) * 24.5} y={at < 4 ? 42 : 60} width="21" height="13" rx="2" />
    ))}
    <path class="wall-aside__ink" d="M12 88h70M12 100h84M12 112h58M12 124h76M12 136h66" />
  </svg>
);
