import { type FormEvent, type ReactElement, type ReactNode, useRef, useState } from "react";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { Button } from "../../../ui/button.tsx";
import { ErrorNotice } from "../../../ui/error-notice.tsx";
import { Panel } from "../../../ui/page.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { definitionProblemOf, lineRange } from "./definition-problem.ts";

/** A form for the text of a definition. */
export interface ProposeDefinitionProps {
  readonly title: string;
  /** What to know before writing one. */
  readonly hint: ReactNode;
  /** The text to start from. */
  readonly initialText: string;
  readonly onPropose: (text: string) => Promise<unknown>;
  readonly onCancel: () => void;
}

/** Takes a definition as YAML or JSON, from a file or written here; what is wrong is shown at its line. */
export function ProposeDefinition(props: ProposeDefinitionProps): ReactElement {
  const { title, hint, initialText, onPropose, onCancel } = props;
  const form = useRef<HTMLFormElement>(null);
  const [text, setText] = useState(initialText);
  const [error, setError] = useState<unknown>(null);
  const [isPending, setPending] = useState(false);
  const takeFile = async (files: FileList | null) => {
    const file = files?.[0];
    if (file === undefined) return;
    setError(null);
    setText(await file.text());
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    setPending(true);
    setError(null);
    try {
      await onPropose(text);
    } catch (problem) {
      setError(problem);
      showPlace(form.current, text, problem);
    } finally {
      setPending(false);
    }
  };
  return (
    <Panel title={title}>
      <form ref={form} onSubmit={submit} className="propose">
        <div className="actions">
          <FileTrigger acceptedFileTypes={[".yaml", ".yml", ".json"]} onSelect={takeFile}>
            <Button>Choose a file</Button>
          </FileTrigger>
          <span className="muted">{hint}</span>
        </div>
        <div className="definition-text">
          <TextField
            label="Definition (YAML or JSON)"
            isLong
            value={text}
            onChange={setText}
            isRequired
            spellCheck="false"
          />
        </div>
        {error === null ? null : <Refusal error={error} text={text} />}
        <div className="actions">
          <Button type="submit" variant="primary" isPending={isPending}>
            Propose as a draft
          </Button>
          <Button onPress={onCancel}>Cancel</Button>
        </div>
      </form>
    </Panel>
  );
}

/** Why the definition was refused, with the line that has to be mended. */
function Refusal({ error, text }: { readonly error: unknown; readonly text: string }): ReactElement {
  const problem = definitionProblemOf(error);
  if (problem === null) return <ErrorNotice error={error} />;
  const { line, column, message } = problem;
  return (
    <div className="notice" data-kind="error" role="alert">
      <p>
        <strong>
          <span aria-hidden="true">✕ </span>Line {line}, column {column}:
        </strong>{" "}
        {message}
      </p>
      <pre className="problem-line">
        {text.slice(...lineRange(text, line))}
        {"\n"}
        {" ".repeat(column - 1)}^
      </pre>
    </div>
  );
}

/** Puts the cursor on the line that the server names. */
function showPlace(form: HTMLFormElement | null, text: string, error: unknown): void {
  const area = form?.querySelector("textarea");
  const problem = definitionProblemOf(error);
  if (area == null || problem === null) return;
  area.focus();
  area.setSelectionRange(...lineRange(text, problem.line));
}
