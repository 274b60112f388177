import type { Draft } from '../draft.ts';

type NewType = Parameters<Draft['type']>[0];

type Wording = readonly [full: string, short: string, reverse: string, group: 'ownership' | 'role'];

/** The codes of the interestType codelist, hyphens of 0.2 and 0.3 taken out, with what they say. */
const WORDINGS = new Map<string, Wording>([
  ['shareholding', ['holds shares in', 'shareholder', 'has as shareholder', 'ownership']],
  ['votingRights', ['has voting rights in', 'voting rights', 'has voting rights held by', 'ownership']],
  [
    'appointmentOfBoard',
    ['has the right to appoint the board of', 'appoints board', 'has a board appointed by', 'ownership'],
  ],
  [
    'otherInfluenceOrControl',
    ['has other influence or control over', 'other control', 'is otherwise under influence or control of', 'ownership'],
  ],
  ['influenceOrControl', ['has influence or control over', 'control', 'is under influence or control of', 'ownership']],
  [
    'seniorManagingOfficial',
    ['is senior managing official of', 'senior managing official', 'has as senior managing official', 'role'],
  ],
  ['settlor', ['is settlor of', 'settlor', 'has as settlor', 'role']],
  ['trustee', ['is trustee of', 'trustee', 'has as trustee', 'role']],
  ['protector', ['is protector of', 'protector', 'has as protector', 'role']],
  ['nominee', ['is nominee of', 'nominee', 'has as nominee', 'role']],
  ['nominator', ['is nominator of', 'nominator', 'has as nominator', 'role']],
  ['beneficiaryOfLegalArrangement', ['is beneficiary of', 'beneficiary', 'has as beneficiary', 'ownership']],
  [
    'rightsToSurplusAssetsOnDissolution',
    [
      'has rights to surplus assets on dissolution of',
      'surplus assets',
      'owes surplus assets on dissolution to',
      'ownership',
    ],
  ],
  [
    'rightsToProfitOrIncome',
    ['has rights to profit or income of', 'profit or income', 'owes rights to profit or income to', 'ownership'],
  ],
  [
    'rightToProfitOrIncomeFromAssets',
    [
      'has the right to profit or income from assets of',
      'income from assets',
      'owes profit or income from assets to',
      'ownership',
    ],
  ],
  [
    'rightsGrantedByContract',
    ['has rights granted by contract in', 'rights by contract', 'grants rights by contract to', 'ownership'],
  ],
  [
    'conditionalRightsGrantedByContract',
    [
      'has conditional rights granted by contract in',
      'conditional rights',
      'grants conditional rights by contract to',
      'ownership',
    ],
  ],
  [
    'controlViaCompanyRulesOrArticles',
    [
      'has control via company rules or articles over',
      'control by articles',
      'is controlled via company rules or articles by',
      'ownership',
    ],
  ],
  [
    'controlByLegalFramework',
    ['has control by legal framework over', 'control by law', 'is controlled by legal framework by', 'ownership'],
  ],
  ['boardMember', ['is board member of', 'board member', 'has as board member', 'role']],
  ['boardChair', ['is board chair of', 'board chair', 'has as board chair', 'role']],
  [
    'unknownInterest',
    ['has an unknown interest in', 'unknown interest', 'is subject to an unknown interest of', 'ownership'],
  ],
  [
    'unpublishedInterest',
    ['has an unpublished interest in', 'unpublished interest', 'is subject to an unpublished interest of', 'ownership'],
  ],
  [
    'enjoymentAndUseOfAssets',
    ['has enjoyment and use of assets of', 'use of assets', 'has assets enjoyed and used by', 'ownership'],
  ],
]);

const UNTOLD: Wording = ['has an interest in', 'interest', 'is subject to an interest of', 'ownership'];

/** Names of the earlier codelists that became others. */
const RENAMED = new Map([
  ['settlorOfTrust', 'settlor'],
  ['trusteeOfTrust', 'trustee'],
  ['protectorOfTrust', 'protector'],
  ['beneficiaryOfTrust', 'beneficiaryOfLegalArrangement'],
  ['rightsToSurplusAssets', 'rightsToSurplusAssetsOnDissolution'],
]);

/** A code of a codelist as words: "noBeneficialOwners" and "no-beneficial-owners" are "no beneficial owners". */
export function wordsOf(code: string): string {
  return code
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[-_]+/g, ' ')
    .trim()
    .toLowerCase();
}

/** The relation type for a code of interest; one that is not of the codelist is worded as it stands. */
export function interestType(code: string): NewType {
  const plain = code.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const known = code === '' ? UNTOLD : WORDINGS.get(RENAMED.get(plain) ?? plain);
  if (!known) return { full: wordsOf(code) || code, group: 'ownership' };
  const [full, short, reverse, group] = known;
  const isOffice = plain.startsWith('board') || plain === 'seniorManagingOfficial';
  return {
    full,
    short,
    reverse: { full: reverse, short: `← ${short}` },
    group,
    schema: isOffice ? 'Directorship' : 'Ownership',
  };
}

/** For a party that is not named and of whom no interest is told: says nothing of there being one. */
export const NO_PARTY: NewType = {
  full: 'is given in place of an interested party in',
  short: 'no party named',
  reverse: { full: 'has no interested party named but', short: '← no party named' },
  group: 'ownership',
};
