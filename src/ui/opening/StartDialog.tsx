import { openingText } from '../../words/openingText.ts';
import { Dialog } from '../kit/Dialog.tsx';
import { KeptList } from './KeptList.tsx';
import { OwnData } from './OwnData.tsx';

/** Where everything is opened: what the reader brings, what is kept on this machine, and the example. */
export function StartDialog() {
  return (
    <Dialog title={openingText.title} closeLabel={openingText.close} className="start">
      <div className="start-columns">
        <OwnData />
        <KeptList />
      </div>
    </Dialog>
  );
}
