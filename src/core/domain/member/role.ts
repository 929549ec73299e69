/** What a member may do follows from the keys that role is given; see the table of audit/action.ts for the acts. */
export const MEMBER_ROLES = ['owner', 'handler', 'registrar', 'auditor', 'accountant'] as const;

export type MemberRole = (typeof MEMBER_ROLES)[number];
