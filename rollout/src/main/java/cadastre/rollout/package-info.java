/// The life of a plan from proposal to verification: noted in a journal, applied, read back.
///
/// A step that is not allowed has no method: a [ZoneRollout.Proposed] is approved, what is approved is applied, what is
/// applied is verified. Each write is noted before it is sent and its outcome after, so that a crash leaves a question
/// that
/// the next run can answer by reading, never a loss.
@NullMarked
package cadastre.rollout;

import org.jspecify.annotations.NullMarked;
