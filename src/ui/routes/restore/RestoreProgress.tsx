import { JobProgress } from '../../components/JobProgress.tsx';

export const RestoreProgress = ({ label, hint }: { readonly label: string; readonly hint: string }) => (
  <div class="card">
    <JobProgress job="restore" label={label} hint={hint} />
  </div>
);
