import type { ComponentType } from 'preact';
import type { RouteId } from '../../app/router/routes.ts';
import { FirstScreen } from './first/FirstScreen.tsx';

/**
 * Every screen is its own chunk, but the first: who comes for the first time waits for one file less. One line per route, and a route
 * without a screen does not compile.
 */
export const SCREENS = {
  first: () => Promise.resolve(FirstScreen),
  create: () => import('./create/CreateScreen.tsx').then((file) => file.CreateScreen),
  restore: () => import('./restore/RestoreScreen.tsx').then((file) => file.RestoreScreen),
  unlock: () => import('./unlock/UnlockScreen.tsx').then((file) => file.UnlockScreen),
  recover: () => import('./recover/RecoverScreen.tsx').then((file) => file.RecoverScreen),
  home: () => import('./home/HomeScreen.tsx').then((file) => file.HomeScreen),
  persons: () => import('./persons/PersonsScreen.tsx').then((file) => file.PersonsScreen),
  person: () => import('./persons/PersonsScreen.tsx').then((file) => file.PersonsScreen),
  register: () => import('./register/RegisterScreen.tsx').then((file) => file.RegisterScreen),
  edit: () => import('./register/RegisterScreen.tsx').then((file) => file.RegisterScreen),
  import: () => import('./import/ImportScreen.tsx').then((file) => file.ImportScreen),
  printPersons: () => import('./persons/PrintPersonsScreen.tsx').then((file) => file.PrintPersonsScreen),
  records: () => import('./records/RecordsScreen.tsx').then((file) => file.RecordsScreen),
  verify: () => import('./records/VerifyScreen.tsx').then((file) => file.VerifyScreen),
  checkpoint: () => import('./records/CheckpointScreen.tsx').then((file) => file.CheckpointScreen),
  printRecords: () => import('./records/PrintRecordsScreen.tsx').then((file) => file.PrintRecordsScreen),
  copies: () => import('./copies/CopiesScreen.tsx').then((file) => file.CopiesScreen),
  printLabel: () => import('./copies/PrintLabelScreen.tsx').then((file) => file.PrintLabelScreen),
  settings: () => import('./settings/SettingsScreen.tsx').then((file) => file.SettingsScreen),
  password: () => import('./settings/PasswordScreen.tsx').then((file) => file.PasswordScreen),
  kit: () => import('./kit/KitScreen.tsx').then((file) => file.KitScreen),
  rehearse: () => import('./kit/RehearseScreen.tsx').then((file) => file.RehearseScreen),
  leak: () => import('./settings/LeakScreen.tsx').then((file) => file.LeakScreen),
  system: () => import('./system/SystemScreen.tsx').then((file) => file.SystemScreen),
  erase: () => import('./erase/EraseScreen.tsx').then((file) => file.EraseScreen),
  help: () => import('./help/HelpScreen.tsx').then((file) => file.HelpScreen),
  diagnosis: () => import('./diagnosis/DiagnosisScreen.tsx').then((file) => file.DiagnosisScreen),
} satisfies Record<RouteId, () => Promise<ComponentType>>;
