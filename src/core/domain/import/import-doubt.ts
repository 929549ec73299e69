import type { PersonId } from '../ids.ts';
import type { FieldProblemType } from '../person/parse-person.ts';
import type { ImportField, RowDifference } from './import-field.ts';

type DateField = 'birthDate' | 'relationFrom' | 'relationTo';

/** What is wrong with a number cell. Lengths only: a number that was shown back would still be a number. */
export type NumberDoubt =
  /** Eleven digits that pass the check with a 0 before them: a spreadsheet dropped it. The user must say so. */
  | { readonly type: 'LeadingZeroDropped'; readonly field: 'number' }
  /** 9.00000E+11: a spreadsheet kept the first digits only. The number is lost and must be read from the document. */
  | { readonly type: 'SpreadsheetExponent'; readonly field: 'number' }
  | { readonly type: 'NotDigits'; readonly field: 'number' }
  | { readonly type: 'NotTwelveDigits'; readonly field: 'number'; readonly digits: number }
  | { readonly type: 'AllZero'; readonly field: 'number' }
  | { readonly type: 'CheckDigit'; readonly field: 'number' }
  /** An individual number in the row of a company. */
  | { readonly type: 'NumberForCompany'; readonly field: 'number' }
  | { readonly type: 'NotThirteenDigits'; readonly field: 'corporateNumber'; readonly digits: number }
  | { readonly type: 'CorporateCheckDigit'; readonly field: 'corporateNumber' };

/** What told that a row is about a person of the vault: the code, or the user's word about an equal number or name. */
export type MatchedBy = 'code' | 'number' | 'name';

export interface OtherRow {
  readonly rowId: string;
  readonly fileIndex: number;
  readonly line: number;
  readonly name: string;
}

/**
 * What the user must decide before a row goes in: each blocks its row until it is corrected or left out.
 * `field` is the cell it is about. Nothing in it holds a digit of a number.
 */
export type ImportDoubt =
  | NumberDoubt
  | { readonly type: 'NameMissing'; readonly field: 'name' }
  /** `written` is '' for a number cell. */
  | { readonly type: 'Formula'; readonly field: ImportField; readonly written: string }
  /** A number in a cell that is not for numbers. The cell is not shown. */
  | { readonly type: 'NumberInText'; readonly field: ImportField }
  | { readonly type: 'NoSuchDay'; readonly field: DateField; readonly written: string }
  | { readonly type: 'NotADate'; readonly field: DateField; readonly written: string }
  /** Year 65 of Showa: `date` (YYYY-MM-DD) is the day if the years of the era were counted on. */
  | { readonly type: 'EraOutOfRange'; readonly field: DateField; readonly written: string; readonly date: string }
  | { readonly type: 'YearOutOfRange'; readonly field: DateField; readonly written: string }
  | { readonly type: 'BirthInFuture'; readonly field: 'birthDate'; readonly written: string }
  | { readonly type: 'RelationEndsBeforeBegin'; readonly field: 'relationTo' }
  /** Anything else the field does not accept, in the words of parsePersonFields; Taken: the code is that of another person. */
  | { readonly type: 'FieldProblem'; readonly field: ImportField; readonly problem: FieldProblemType | 'Taken'; readonly written: string }
  /** Individual or company: not said, or said in two ways. Answer: entity. */
  | { readonly type: 'OwnerKindUnclear'; readonly field: 'number' }
  /** An earlier row is about the same person. `by` says what is equal. Answers: leaveOut, take, otherPerson (by name). */
  | {
      readonly type: 'SamePersonTwice';
      readonly field: 'name';
      readonly by: 'code' | 'name' | 'person';
      readonly other: OtherRow;
      readonly differences: readonly RowDifference[];
    }
  /** The vault has one of this name. Answers: sameAs, otherPerson. */
  | {
      readonly type: 'MaybeSamePerson';
      readonly field: 'name';
      readonly personId: PersonId;
      readonly name: string;
      readonly code: string;
      readonly birthDate: string;
    }
  /** The number is already that of somebody else. Answers: field, leaveEmpty, leaveOut, and sameAs where sameKind. */
  | {
      readonly type: 'SameNumberTwice';
      readonly field: 'number';
      readonly other:
        | { readonly type: 'person'; readonly personId: PersonId; readonly name: string; readonly sameKind: boolean }
        | ({ readonly type: 'row' } & OtherRow);
    }
  /** The vault holds another number for this person. Answers: takeFile, keepStored. */
  | { readonly type: 'NumberDiffers'; readonly field: 'number' }
  /**
   * The person of the vault has another name. `shapes`: other characters for the same name. Answers: takeFile, keepStored;
   * and for somebody else the one that undoes what the person was found `by`: field code, field number, otherPerson.
   */
  | {
      readonly type: 'NameDiffers';
      readonly field: 'name';
      readonly by: MatchedBy;
      readonly stored: string;
      readonly inFile: string;
      readonly shapes: boolean;
    }
  /** The code is on no list and not in the vault. Answers: field parentCode, parent, leaveOut. */
  | { readonly type: 'UnknownEmployee'; readonly field: 'parentCode'; readonly code: string }
  /** A dependant without the code of an employee. Answers: field parentCode, parent, leaveOut. */
  | { readonly type: 'EmployeeMissing'; readonly field: 'parentCode' }
  /** The employee's own row is in doubt or left out; this one follows it. */
  | { readonly type: 'EmployeeInDoubt'; readonly field: 'parentCode'; readonly other: OtherRow }
  /** The file names another employee than the one who has the code. Answers: keepStored parentCode (the code is right), parent, field parentCode, leaveOut. */
  | {
      readonly type: 'EmployeeNameDiffers';
      readonly field: 'parentCode';
      readonly known: string;
      readonly inFile: string;
    };
