export const gradeClasses =
  'min-h-12 rounded-md border border-edge bg-paper px-1 font-medium hover:border-accent hover:text-accent active:translate-y-px aria-pressed:border-accent aria-pressed:bg-accent aria-pressed:text-on-accent'
