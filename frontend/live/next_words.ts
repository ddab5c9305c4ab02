import type { NextCard } from "./next"

type Around = { candidate: string; here: boolean; late: { minutes: number; reason: string } | null }
export type CardWords = { title: string; say: string | null; note: string | null }

/** The card's sentences. They address a tired colleague and never judge the candidate. */
export function nextInWords(card: NextCard, { candidate, here, late }: Around): CardWords {
  switch (card.state) {
    case "lobby":
      return here
        ? {
            title: `${candidate} is here, begin`,
            say: `Hello ${candidate}, good to meet you. Can you hear and see me well?`,
            note: late === null ? null : lateInWords(candidate, late),
          }
        : {
            title:
              late === null ? `wait for ${candidate}` : `${candidate} is running ${late.minutes} min late`,
            say: null,
            note: `${late === null ? `${candidate} is not here yet.` : lateInWords(candidate, late)} What you open here stays unseen until you begin.`,
          }
    case "ended":
      return {
        title: "write your card while it is fresh",
        say: null,
        note: "The room is read only. Your notes and your card stay open.",
      }
    case "paused":
      return {
        title: `the clock stands still${card.reason === "" ? "" : `: ${card.reason.toLowerCase()}`}`,
        say: "I am still here. Take your time, no minute of this counts.",
        note: null,
      }
    case "begin-first":
      return { title: `begin with ${card.segment.title}`, say: null, note: null }
    case "last-part":
      return {
        title:
          card.inMin > 0
            ? `${candidate}'s minutes in ${Math.ceil(card.inMin)} min`
            : `${candidate}'s minutes are running`,
        say: "Let us stop here, whatever the state. What would you like to ask me?",
        note: null,
      }
    case "early":
      return {
        title: "make it harder, all tests are green",
        say: `That works. Shall we take it further: ${card.title.replace(/[.?!]$/, "")}?`,
        note: null,
      }
    case "step":
      return { title: card.step.title, say: card.step.say === "" ? null : card.step.say, note: null }
    case "move-on":
      return card.following === null
        ? { title: "every part is done", say: "Thank you for the hour. You hear from us soon.", note: null }
        : {
            title: `move on to ${card.following.title}`,
            say: `Good. Let us leave this here and turn to something else.`,
            note: null,
          }
  }
}

function lateInWords(candidate: string, { minutes, reason }: { minutes: number; reason: string }): string {
  const why = reason === "" ? "" : `: “${reason.replace(/[.]$/, "")}”`
  return `${candidate} wrote: about ${minutes} minutes late${why}.`
}
