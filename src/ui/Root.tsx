import type { App as AppModels } from '../app/app.ts';
import { AppContext } from './app-context.ts';
import { App } from './shell/App.tsx';
import { ErrorBoundary } from './shell/ErrorBoundary.tsx';
import './styles/app.css';
import { WordsContext } from './words-context.ts';

/** The page: the models in reach of every component, and the shell. */
export const Root = ({ app }: { readonly app: AppModels }) => (
  <AppContext.Provider value={app}>
    <WordsContext.Provider value={app.language}>
      <ErrorBoundary onReload={app.reload}>
        <App />
      </ErrorBoundary>
    </WordsContext.Provider>
  </AppContext.Provider>
);
