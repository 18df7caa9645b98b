import { cva, type VariantProps } from 'class-variance-authority'

/** A button's look without a component, for islands and for links that act as buttons. */
export const buttonClasses = cva(
  'inline-flex min-h-11 select-none items-center justify-center gap-2 rounded-md font-semibold leading-tight active:translate-y-px disabled:opacity-60 aria-disabled:opacity-60 aria-busy:cursor-progress print:hidden',
  {
    variants: {
      variant: {
        primary: 'bg-accent px-4 text-on-accent hover:bg-accent-deep',
        quiet: 'border border-edge bg-paper px-4 text-ink hover:border-accent hover:text-accent',
        danger: 'border border-wrong-ink bg-paper px-4 text-wrong-ink hover:bg-wrong-wash',
        /** For the least of several things to do: looks like a link, is as large as a button. */
        plain:
          'font-medium text-accent underline decoration-1 underline-offset-[0.2em] hover:text-accent-deep',
      },
      wide: { true: 'w-full' },
    },
    defaultVariants: { variant: 'primary' },
  },
)

export type ButtonLook = VariantProps<typeof buttonClasses>
