/**
 * The closed list of purposes a number may be kept for, worded as the purpose notice words them.
 * `kinds`: of whom the number may be asked for it. `entities`: businesses that have the duty.
 * `wages`: only where salaries are paid.
 * `confidence`: H official text read or two sources agree, M one good source, K general knowledge, to be checked.
 * Accident insurance (rousai) is missing on purpose: there the claimant files and the employer may not keep the number.
 */
export const PURPOSES_AS_OF = '2026-11-22';

const SECOM = 'https://www.secom.co.jp/business/mynumber/about/purpose-of-use.html';

export const PURPOSES = [
  {
    code: 'wage-withholding',
    label: '給与所得・退職所得の源泉徴収票作成事務',
    kinds: ['employee', 'dependant'],
    entities: ['sole', 'realtor', 'company'],
    wages: true,
    source: SECOM,
    confidence: 'H',
  },
  {
    code: 'employment-insurance',
    label: '雇用保険届出事務',
    kinds: ['employee'],
    entities: ['sole', 'realtor', 'company'],
    wages: true,
    source: SECOM,
    confidence: 'H',
  },
  {
    code: 'health-pension',
    label: '健康保険・厚生年金保険届出事務',
    kinds: ['employee', 'dependant'],
    entities: ['sole', 'realtor', 'company'],
    wages: true,
    source: SECOM,
    confidence: 'H',
  },
  {
    code: 'third-category-spouse',
    label: '国民年金第3号被保険者届出事務',
    kinds: ['dependant'],
    entities: ['sole', 'realtor', 'company'],
    wages: true,
    source: SECOM,
    confidence: 'H',
  },
  {
    code: 'remuneration-report',
    label: '報酬、料金、契約金及び賞金の支払調書作成事務',
    kinds: ['payee'],
    entities: ['sole', 'realtor', 'company'],
    wages: false,
    source: SECOM,
    confidence: 'H',
  },
  {
    code: 'rent-report',
    label: '不動産の使用料等の支払調書作成事務',
    kinds: ['payee'],
    entities: ['realtor', 'company'],
    wages: false,
    source: 'https://tax-note.com/archives/1031',
    confidence: 'H',
  },
  {
    code: 'owner-return',
    label: '事業主の所得税・消費税申告書及び法定調書等作成事務',
    kinds: ['owner', 'dependant'],
    entities: ['sole', 'realtor'],
    wages: false,
    source: 'https://mynumber-univ.com/articles/0m4ej',
    confidence: 'K',
  },
] as const;
