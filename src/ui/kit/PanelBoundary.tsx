import { Component, type ReactNode } from 'react';
import { errorText } from '../../words/frameText.ts';

/** Keeps a failing part from taking the page with it, and offers to draw that part again. */
export class PanelBoundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <div className="panel-failed" role="alert">
        <p>
          <strong>{errorText.panelTitle}</strong> {errorText.panel}
        </p>
        <button type="button" onClick={() => this.setState({ failed: false })}>
          {errorText.tryAgain}
        </button>
      </div>
    );
  }
}
