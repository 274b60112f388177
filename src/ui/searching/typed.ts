/** What was typed, and whether the field had the focus, when the real box took over. */
export interface Typed {
  readonly text: string;
  readonly hadFocus: boolean;
}
