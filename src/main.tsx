import 'virtual:palette.css';
import './ui/fonts.css';
import './ui/page.css';
import './ui/graph/graph.css';
import './picture/firstPicture.css';
import './ui/details/details.css';
import './ui/table/table.css';
import './ui/sources/sources.css';
import './ui/searching/searching.css';
import './ui/kit/kit.css';
import './ui/kit/dialog.css';
import './ui/exporting/exporting.css';
import './ui/narrow.css';
import { boot } from './boot.tsx';

const root = document.getElementById('root');
if (root) void boot(root);
