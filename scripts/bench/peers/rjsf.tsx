import Form from "@rjsf/core";
import type { RJSFSchema, UiSchema } from "@rjsf/utils";
import validator from "@rjsf/validator-ajv8";
import { createRoot } from "react-dom/client";
import { formElement, surround } from "@/scripts/bench/peers/form-bench";

type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Fivetran's tree as JSON Schema: what has an enum is a text, read-only fields are left out. */
function schemaOf(node: Node): RJSFSchema {
  const text = { title: node.title as string, description: node.description as string };
  if (Array.isArray(node.enum)) return { ...text, type: "string", enum: node.enum };
  if (node.type === "array")
    return {
      ...text,
      type: "array",
      items: isNode(node.items) ? schemaOf(node.items) : { type: "string" },
    };
  if (node.type === "object" || isNode(node.properties)) {
    const properties = Object.entries((node.properties ?? {}) as Record<string, Node>);
    return {
      ...text,
      type: "object",
      required: Array.isArray(node.required) ? node.required : [],
      properties: Object.fromEntries(
        properties
          .filter(([, child]) => child.readonly !== true)
          .map(([name, child]) => [name, schemaOf(child)]),
      ),
    };
  }
  return { ...text, type: node.type as RJSFSchema["type"] };
}

function widgetsOf(node: Node): UiSchema {
  if (node.format === "password") return { "ui:widget": "password" };
  const inside = isNode(node.properties) ? Object.entries(node.properties as Record<string, Node>) : [];
  return Object.fromEntries(inside.map(([name, child]) => [name, widgetsOf(child)]));
}

window.form = {
  surround,
  mount(type) {
    const parts = Object.entries({ config: type.config, auth: type.auth }).filter(
      (part): part is [string, Node] => isNode(part[1]),
    );
    const tree: Node = { type: "object", properties: Object.fromEntries(parts) };
    createRoot(formElement()).render(
      <Form schema={schemaOf(tree)} uiSchema={widgetsOf(tree)} validator={validator} />,
    );
  },
};
