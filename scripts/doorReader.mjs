import { parseSync } from 'vite';

/** Calls `visit(node, parents)` for every node of a syntax tree, outermost first. */
function walk(node, visit, parents = []) {
  visit(node, parents);
  const inside = [...parents, node];
  for (const [key, value] of Object.entries(node)) {
    if (key === 'parent') continue;
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child?.type === 'string') walk(child, visit, inside);
    }
  }
}

/** Line of an offset, from 1. */
function lineAt(text, offset) {
  return text.slice(0, offset).split('\n').length;
}

function isStringLiteral(node) {
  return node?.type === 'Literal' && typeof node.value === 'string';
}

function isOnlyTypes(node) {
  const kind = node.importKind ?? node.exportKind;
  if (kind === 'type') return true;
  const names = node.specifiers ?? [];
  return names.length > 0 && names.every((name) => (name.importKind ?? name.exportKind) === 'type');
}

/** `new URL('./x.ts', import.meta.url)`, which is how a worker's entry is named. */
function urlTarget(node) {
  const [target, base] = node.arguments;
  const isUrl = node.callee.name === 'URL' && isStringLiteral(target) && base?.type === 'MemberExpression';
  return isUrl && base.object.type === 'MetaProperty' ? target.value : null;
}

const READERS = {
  ImportDeclaration: (node) => ({ target: node.source.value, isType: isOnlyTypes(node) }),
  ExportAllDeclaration: (node) => ({ target: node.source.value, isType: isOnlyTypes(node) }),
  ExportNamedDeclaration: (node) => (node.source ? { target: node.source.value, isType: isOnlyTypes(node) } : null),
  ImportExpression: (node) => ({ target: isStringLiteral(node.source) ? node.source.value : null, isType: false }),
  TSImportType: (node) => ({ target: (node.source ?? node.argument?.literal)?.value ?? null, isType: true }),
  TSExternalModuleReference: (node) => ({ target: node.expression.value, isType: false }),
  NewExpression: (node) => (urlTarget(node) === null ? null : { target: urlTarget(node), isType: false }),
  CallExpression: (node) => {
    const isRequire = node.callee.type === 'Identifier' && node.callee.name === 'require';
    const isGlob = node.callee.type === 'MemberExpression' && node.callee.object.type === 'MetaProperty';
    return isRequire || isGlob ? { target: null, isType: false } : null;
  },
};

/**
 * Reads a TypeScript file: its syntax tree, and every place where it names another module, by `import`, `export from`,
 * `import()`, `import('x').T`, `new URL('x', import.meta.url)`. `target` is null where it is no constant.
 * Throws on a syntax error.
 */
export function readModule(path, text) {
  const { program, errors, comments } = parseSync(path, text);
  if (errors.length > 0) throw new SyntaxError(`${path}: ${errors[0].message}`);
  const imports = [];
  walk(program, (node) => {
    const found = READERS[node.type]?.(node);
    if (found) imports.push({ ...found, line: lineAt(text, node.start) });
  });
  for (const comment of comments) {
    const target = /^\/\s*<reference\s+path=["']([^"']+)/.exec(comment.value)?.[1];
    if (target) imports.push({ target, isType: true, line: lineAt(text, comment.start) });
  }
  return { program, imports };
}

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

function bindingNames(pattern, names = []) {
  if (!pattern) return names;
  if (pattern.type === 'Identifier') names.push(pattern.name);
  for (const part of [
    pattern.argument,
    pattern.left,
    pattern.value,
    ...(pattern.properties ?? []),
    ...(pattern.elements ?? []),
  ]) {
    if (part) bindingNames(part, names);
  }
  return names;
}

/** Names that a node binds, for itself or for what is around it. */
function boundBy(node) {
  if (node.type === 'VariableDeclarator') return bindingNames(node.id);
  if (node.type === 'CatchClause') return bindingNames(node.param);
  if (node.type.startsWith('Import') && node.local) return [node.local.name];
  const own = node.id?.type === 'Identifier' ? [node.id.name] : [];
  if (FUNCTIONS.has(node.type)) return [...own, ...node.params.flatMap((param) => bindingNames(param))];
  return node.type.endsWith('Declaration') ? own : [];
}

/** Nodes whose identifiers are labels, or parameters that exist in a type only. */
const NAMING_PARENTS =
  /^(LabeledStatement|BreakStatement|ContinueStatement|ImportSpecifier|ExportSpecifier|TSQualifiedName|TSEnumMember|TSNamedTupleMember|TSFunctionType|TSConstructorType|TSCallSignatureDeclaration|TSMethodSignature|TSDeclareFunction|TSIndexSignature)$/;

/** An identifier that stands for a property or a label, not for a variable. */
function isOnlyName(node, parent) {
  if (!parent) return false;
  if (parent.type === 'MemberExpression') return parent.property === node && !parent.computed;
  if (/^(Property|PropertyDefinition|MethodDefinition|TSPropertySignature|TSMethodSignature)$/.test(parent.type)) {
    return parent.key === node && !parent.computed && !parent.shorthand;
  }
  return NAMING_PARENTS.test(parent.type);
}

/**
 * Every use of a variable that the file does not bind in a function or module around it: `{name, member, node, line}`,
 * `member` being "Math.random" in `Math.random` and `Math['random']`.
 */
export function findGlobals(program, text) {
  const bound = new Map();
  walk(program, (node, parents) => {
    const scope = [...parents].reverse().find((parent) => FUNCTIONS.has(parent.type)) ?? program;
    const isFunctionName = node.type === 'FunctionDeclaration';
    for (const name of boundBy(node)) {
      const home = FUNCTIONS.has(node.type) && !(isFunctionName && node.id.name === name) ? node : scope;
      bound.set(home, (bound.get(home) ?? new Set()).add(name));
    }
  });
  const found = [];
  walk(program, (node, parents) => {
    if (node.type !== 'Identifier' && node.type !== 'JSXIdentifier') return;
    const parent = parents.at(-1);
    if (isOnlyName(node, parent) || [...parents, node].some((scope) => bound.get(scope)?.has(node.name))) return;
    const property = parent?.type === 'MemberExpression' && parent.object === node ? parent.property : null;
    const member = property ? `${node.name}.${property.name ?? property.value}` : null;
    found.push({ name: node.name, member, parent, line: lineAt(text, node.start) });
  });
  return found;
}

/** Lines on which `**` or `**=` is used. */
export function findPowers(program, text) {
  const lines = [];
  walk(program, (node) => {
    if (node.operator === '**' || node.operator === '**=') lines.push(lineAt(text, node.start));
  });
  return lines;
}
