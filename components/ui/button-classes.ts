import { cva, type VariantProps } from 'class-variance-authority'

/** A button's look without a component, for islands and for links that act as buttons. */
export const buttonClasses = cva(
  'inline-flex min-h-11 select-none items-center justify-center gap-2 rounded-md px-4 font-semibold leading-tight active:translate-y-px disabled:opacity-60 aria-disabled:opacity-60 aria-busy:cursor-progress print:hidden',
  {
    variants: {
      variant: {
        primary: 'bg-accent text-on-accent hover:bg-accent-deep',
        quiet: 'border border-edge bg-paper text-ink hover:border-accent hover:text-accent',
        danger: 'border border-wrong-ink bg-paper text-wrong-ink hover:bg-wrong-wash',
        /** For the least of several things to do: looks like a link, is as large as a button. */
        plain:
          'px-2 font-medium text-accent underline decoration-1 underline-offset-[0.2em] hover:text-accent-deep',
      },
      wide: { true: 'w-full' },
    },
    defaultVariants: { variant: 'primary' },
  },
)

export type ButtonLook = VariantProps<typeof buttonClasses>
