/** What a form without scripts says of its item, beside the answer itself. */
export function AnswerFields({ item, hash, order = [] }: { item: string; hash: string; order?: string[] }) {
  return (
    <>
      <input type="hidden" name="item" value={item} />
      <input type="hidden" name="hash" value={hash} />
      {order.map((option) => (
        <input key={option} type="hidden" name="order" value={option} />
      ))}
    </>
  )
}
