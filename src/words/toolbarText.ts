/** Controls of the graph that come with the first picture. */
export const toolbarText = { byKind: 'Arrange by kind' } as const;
