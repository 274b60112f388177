import './viewer.css';
import { startViewer } from './startViewer.ts';

startViewer(document);
